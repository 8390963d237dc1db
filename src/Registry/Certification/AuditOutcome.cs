namespace Registry.Certification;

/// <summary>What the words of an audit's outcome mean.</summary>
public static class AuditOutcome
{
    public const string Passed = "Passed";
    public const string PassedWithRemarks = "PassedWithRemarks";
    public const string Failed = "Failed";

    private static readonly string[] Failures =
        ["failed", "fail", "notpassed", "not passed", "negative", "nonconforming", "refused", "не пройден", "не соответствует", "отрицательн", "отказ", "өтпеді"];

    /// <summary>Whether the audit was held and not passed: surveillance is still owed then.</summary>
    public static bool IsFailure(string? outcome) =>
        outcome is not null && Array.Exists(Failures, word => outcome.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
