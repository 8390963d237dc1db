using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Registry.Companies;

namespace Registry.Indices;

/// <summary>A constant that holds from a day on.</summary>
public sealed record DatedValue(DateOnly From, double Value);

/// <summary>A band and the lowest value that belongs to it.</summary>
public sealed record BandRule(string Letter, double From);

/// <summary>A factor as the methodology states it.</summary>
public sealed record FactorRule
{
    public required string Id { get; init; }

    /// <summary>Source whose silence or load decides whether the factor was checked; its owner is the factor's.</summary>
    public required string Source { get; init; }
    public required double Weight { get; init; }

    /// <summary>Place among the changes a company can make, cheapest first.</summary>
    public required int Effort { get; init; }

    /// <summary>Peer quantity whose percentile is scored, by its curve where there is one.</summary>
    public string? Quantity { get; init; }

    /// <summary>Whether a low value of the quantity is the good one: then the share of peers above it is scored.</summary>
    public bool LowerIsBetter { get; init; }
    public Curve? Curve { get; init; }

    /// <summary>Owner of the data.</summary>
    [JsonIgnore]
    public string Owner => field ??= Sources.SourceCatalog.Evidence(Source).Owner;

    /// <summary>The line of a factor that has one.</summary>
    [JsonIgnore]
    public Curve Line => Curve ?? throw new InvalidOperationException($"Factor {Id} has no line.");
}

/// <summary>An upper bound as the methodology states it.</summary>
/// <param name="Source">List on which a standing brings the cap.</param>
/// <param name="Status">Legal status that brings it.</param>
public sealed record CapRule(string Id, double Value, string? Source = null, CompanyStatus? Status = null);

/// <summary>Factors and caps of one index.</summary>
public sealed record IndexRules
{
    public required IReadOnlyList<CompanyKind> NotFor { get; init; }
    public required IReadOnlyList<FactorRule> Factors { get; init; }
    public required IReadOnlyList<CapRule> Caps { get; init; }

    /// <summary>Days after a year's end until which its statements are in time.</summary>
    public int FilingDays { get; init; }

    /// <summary>The factor with an id.</summary>
    public FactorRule Factor(string id) => Factors.First(f => f.Id == id);
}

/// <summary>How much must be known for a factor to be checked, and the windows it looks back.</summary>
public sealed record EvidenceRules(
    int PaymentMonths, int PaymentSuppliers, int PaymentInvoices, int CourtMonths, int ContractMonths, int Contracts,
    double TerminationPenalty, int VatMonths, int Employees, int YearsBefore, int YearMonths);

/// <summary>Bars and the financial test of public procurement; shares of a lot or of income, amounts in MCI.</summary>
public sealed record ProcurementRules(
    double ArrearsBarMci, double IncomeShare, double TaxShare, double FixedAssetsShare, double FixedAssetsMostMci,
    double PayrollShare, double GoodsFromMci, double WorksFromMci, double ServicesFromMci);

/// <summary>
/// One version of the published formulas: weights, thresholds, lines, dated constants, caps. Read once from the file
/// <c>methodology-VERSION.json</c> inside this assembly; versions stand beside one another.
/// </summary>
public sealed record Methodology
{
    /// <summary>Version used where none is asked for.</summary>
    public const string CurrentVersion = "2026.1";

    private static readonly ConcurrentDictionary<string, Methodology> Read = new(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public required string Version { get; init; }

    /// <summary>First day on which this version is the one in force.</summary>
    public required DateOnly From { get; init; }
    public required IReadOnlyList<BandRule> Bands { get; init; }

    /// <summary>Percent of the applicable weight under which there is no index.</summary>
    public required double MinimumCoverage { get; init; }
    public required int FirstYearDays { get; init; }
    public required int MinimumPeers { get; init; }
    public required double FineScore { get; init; }
    public required double FinePercentile { get; init; }

    /// <summary>Monthly calculation index by day, in tenge.</summary>
    public required IReadOnlyList<DatedValue> Mci { get; init; }

    /// <summary>Yearly income in MCI above which registration for VAT is an obligation.</summary>
    public required IReadOnlyList<DatedValue> VatThresholdMci { get; init; }
    public required EvidenceRules MinimumEvidence { get; init; }
    public required ProcurementRules Procurement { get; init; }

    /// <summary>PAYDEX: pairs of days beyond terms and points.</summary>
    public required IReadOnlyList<double[]> Paydex { get; init; }
    public required IReadOnlyDictionary<IndexId, IndexRules> Indices { get; init; }

    /// <summary>The present version.</summary>
    public static Methodology Current { get; } = Load(CurrentVersion);

    /// <summary>The versions this assembly carries, oldest first.</summary>
    public static IReadOnlyList<string> Versions { get; } =
        [.. typeof(Methodology).Assembly.GetManifestResourceNames()
            .Where(n => n.Contains(".methodology-", StringComparison.Ordinal))
            .Select(n => n[(n.IndexOf(".methodology-", StringComparison.Ordinal) + ".methodology-".Length)..^".json".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>A version by its name.</summary>
    /// <exception cref="ArgumentException">No such version.</exception>
    public static Methodology Load(string version) => Read.GetOrAdd(version, Parse);

    /// <summary>The version in force on a day: results of that day are computed and recomputed with it. Before the first version, the first.</summary>
    public static Methodology InForceOn(DateOnly day) => InForce([.. Versions.Select(Load)], day);

    /// <summary>The newest of the given versions that had begun by a day, else the oldest of all.</summary>
    internal static Methodology InForce(IReadOnlyList<Methodology> versions, DateOnly day)
    {
        var oldest = versions[0];
        Methodology? newest = null;
        foreach (var version in versions)
        {
            if (version.From < oldest.From)
                oldest = version;
            if (version.From <= day && (newest is null || version.From > newest.From))
                newest = version;
        }
        return newest ?? oldest;
    }

    /// <summary>Monthly calculation index on a day; null for days before the first known one.</summary>
    public double? MciOn(DateOnly day) => Dated(Mci, day);

    /// <summary>Income in tenge above which VAT registration is an obligation on a day; null where unknown.</summary>
    public double? VatThresholdOn(DateOnly day) => Dated(VatThresholdMci, day) * MciOn(day);

    /// <summary>Band of a value by its one decimal.</summary>
    public string BandOf(double value)
    {
        foreach (var band in Bands)
        {
            if (value >= band.From)
                return band.Letter;
        }
        return Bands[^1].Letter;
    }

    private static double? Dated(IReadOnlyList<DatedValue> values, DateOnly day)
    {
        for (var i = values.Count - 1; i >= 0; i--)
        {
            if (values[i].From <= day)
                return values[i].Value;
        }
        return null;
    }

    private static Methodology Parse(string version)
    {
        using var stream = typeof(Methodology).Assembly.GetManifestResourceStream($"Registry.Indices.methodology-{version}.json")
            ?? throw new ArgumentException($"There is no methodology {version}.", nameof(version));
        return JsonSerializer.Deserialize<Methodology>(stream, Json)
            ?? throw new ArgumentException($"The methodology {version} is empty.", nameof(version));
    }
}
