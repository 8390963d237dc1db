using System.Globalization;
using Microsoft.Extensions.Localization;
using Registry.DueDiligence;
using Registry.Web.Shared;

namespace Registry.Web.Checks;

/// <summary>Lines of a report in words of the page's language.</summary>
public static class CheckText
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly HashSet<string> Lists = new(
        ["pseudoEnterprise", "inactive", "taxCodeViolation", "badFaithSupplier", "samrukUnreliable", "corruptionOffender", "sanctions"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Indices = new(["taxpayerIntegrity", "financialStability", "paymentDiscipline"], StringComparer.Ordinal);

    /// <summary>What was found: the check's name and the text of its result with the arguments.</summary>
    public static string Says(this IStringLocalizer<CheckTexts> texts, CheckItem item, IStringLocalizer<SharedTexts> shared)
    {
        var name = texts.Of("Check", item.Id);
        if (Pattern(texts, item) is not { } pattern)
            return $"{name} — {texts.Of("Result", item.State.ToString())}";
        var result = pattern;
        foreach (var (argument, value) in item.Arguments)
            result = result.Replace('{' + argument + '}', Argument(argument, value, shared), StringComparison.Ordinal);
        return result.Contains('{', StringComparison.Ordinal) ? $"{name} — {texts.Of("Result", item.State.ToString())}" : $"{name} — {result}";
    }

    /// <summary>Why something was not checked, or the remark beside it.</summary>
    public static string Why(this IStringLocalizer<CheckTexts> texts, CheckItem item, IStringLocalizer<SharedTexts> shared) =>
        texts.Find($"Note.{item.Note}") ?? shared.Of("Note", item.Note ?? "noData");

    private static string? Pattern(IStringLocalizer<CheckTexts> texts, CheckItem item)
    {
        if (item.State is not (CheckState.Fine or CheckState.Risk))
            return null;
        if (Lists.Contains(item.Id))
            return texts.Find($"Result.Listed.{item.State}");
        if (Indices.Contains(item.Id))
            return texts.Find("Result.Index");
        var pattern = texts.Find($"Check.{item.Id}.{item.State}");
        return item.Arguments.ContainsKey("percent") ? pattern + texts.Find($"Check.{item.Id}.Share") : pattern;
    }

    private static string Argument(string name, string value, IStringLocalizer<SharedTexts> shared)
    {
        if (DateOnly.TryParseExact(value, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Format.Date(day);
        return name switch
        {
            "status" => shared.Of("Status", value),
            "state" => shared.Of("CertificateState", value).ToLower(CultureInfo.CurrentUICulture),
            "labelState" => shared.Of("LabelState", value).ToLower(CultureInfo.CurrentUICulture),
            "amount" when Number(value) is { } amount => Format.ShortMoney(amount),
            "percent" or "coverage" when Number(value) is { } percent => Format.Percent(percent),
            "value" when Number(value) is { } index => Format.Fixed(index, 1),
            "mci" or "count" or "onTime" when Number(value) is { } number => Format.Number(number, 1),
            _ => value,
        };
    }

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
