using System.Globalization;
using Registry.Facts;
using Registry.Identifiers;

namespace Registry.Certification;

/// <summary>A certificate as staff enter it.</summary>
public sealed record CertificateInput
{
    public string Number { get; init; } = "";
    public string Standard { get; init; } = "";
    public string Bin { get; init; } = "";
    public string Scope { get; init; } = "";
    public string BodyBin { get; init; } = "";
    public string Accreditation { get; init; } = "";
    public DateOnly? IssuedOn { get; init; }
    public DateOnly? ExpiresOn { get; init; }
    public DateOnly? OriginallyIssuedOn { get; init; }

    /// <summary>The fields of a certificate that stands.</summary>
    public static CertificateInput Of(Certificate certificate) => new()
    {
        Number = certificate.Number,
        Standard = certificate.Standard,
        Bin = certificate.Bin,
        Scope = certificate.Scope ?? "",
        BodyBin = certificate.BodyBin ?? "",
        Accreditation = certificate.Accreditation ?? "",
        IssuedOn = certificate.IssuedOn,
        ExpiresOn = certificate.ExpiresOn,
        OriginallyIssuedOn = certificate.OriginallyIssuedOn,
    };

    /// <summary>Every field by name, as text.</summary>
    public IReadOnlyList<(string Field, string Text)> Fields() =>
    [
        (nameof(Number), Number), (nameof(Standard), Standard), (nameof(Bin), Bin), (nameof(Scope), Scope), (nameof(BodyBin), BodyBin),
        (nameof(Accreditation), Accreditation), (nameof(IssuedOn), Text(IssuedOn)), (nameof(ExpiresOn), Text(ExpiresOn)),
        (nameof(OriginallyIssuedOn), Text(OriginallyIssuedOn)),
    ];

    /// <summary>The fact that a sound input becomes.</summary>
    internal Certificate ToFact(CertificateState state) => new()
    {
        Source = "certificates",
        Number = Number.Trim(),
        Standard = Standard,
        Bin = EntityNumber.TryParse(Bin, out var bin) ? bin : Bin,
        Scope = Blank(Scope),
        BodyBin = Blank(BodyBin),
        Accreditation = Blank(Accreditation),
        IssuedOn = IssuedOn ?? default,
        ExpiresOn = ExpiresOn ?? default,
        OriginallyIssuedOn = OriginallyIssuedOn,
        State = state,
    };

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>The rules of methodology §10 for a certificate entered by hand.</summary>
public static class CertificateRules
{
    /// <summary>Years of the cycle from issue to expiry.</summary>
    public const int CycleYears = 3;
    private const int LongestNumber = 100;
    private const int LongestScope = 4000;

    /// <summary>The standards and the day from which their edition exists.</summary>
    public static readonly IReadOnlyDictionary<string, DateOnly> Standards = new Dictionary<string, DateOnly>(StringComparer.Ordinal)
    {
        ["ISO 37001:2016"] = new(2016, 10, 15),
        ["ISO 37001:2025"] = new(2025, 2, 1),
        ["ST RK 3049"] = new(2017, 1, 1),
    };

    /// <summary>All problems of an input; none for a sound one.</summary>
    /// <param name="today">The business day.</param>
    public static IReadOnlyList<FieldProblem> Check(CertificateInput input, DateOnly today)
    {
        var problems = new List<FieldProblem>();
        Texts(input, problems);
        Dates(input, today, problems);
        return problems;
    }

    private static void Texts(CertificateInput input, List<FieldProblem> problems)
    {
        void Demand(bool holds, string field, string reason)
        {
            if (!holds)
                problems.Add(new(field, reason));
        }

        Demand(!string.IsNullOrWhiteSpace(input.Number), nameof(input.Number), "required");
        Demand(input.Number.Length <= LongestNumber, nameof(input.Number), "tooLong");
        Demand(Standards.ContainsKey(input.Standard), nameof(input.Standard), "notOneOf");
        Demand(EntityNumber.TryParse(input.Bin, out _), nameof(input.Bin), "notABin");
        Demand(Bin.TryParse(input.BodyBin, out _), nameof(input.BodyBin), "notABin");
        Demand(!string.IsNullOrWhiteSpace(input.Accreditation), nameof(input.Accreditation), "required");
        Demand(input.Accreditation.Length <= LongestNumber, nameof(input.Accreditation), "tooLong");
        Demand(input.Scope.Length <= LongestScope, nameof(input.Scope), "tooLong");
    }

    private static void Dates(CertificateInput input, DateOnly today, List<FieldProblem> problems)
    {
        if (input.IssuedOn is not { } issued)
        {
            problems.Add(new(nameof(input.IssuedOn), "required"));
            return;
        }
        if (issued > today)
            problems.Add(new(nameof(input.IssuedOn), "inTheFuture"));
        if (Standards.TryGetValue(input.Standard, out var edition) && issued < edition)
            problems.Add(new(nameof(input.IssuedOn), "beforeEdition"));
        if (input.ExpiresOn is not { } expires)
            problems.Add(new(nameof(input.ExpiresOn), "required"));
        else if (expires <= issued)
            problems.Add(new(nameof(input.ExpiresOn), "beforeIssuedOn"));
        else if (expires > issued.AddYears(CycleYears))
            problems.Add(new(nameof(input.ExpiresOn), "overThreeYears"));
        if (input.OriginallyIssuedOn > issued)
            problems.Add(new(nameof(input.OriginallyIssuedOn), "afterIssuedOn"));
    }
}
