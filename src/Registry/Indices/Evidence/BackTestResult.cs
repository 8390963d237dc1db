using Registry.Import;

namespace Registry.Indices.Evidence;

/// <summary>How often the entities of a group failed, with the 95 % interval after Wilson.</summary>
/// <param name="Group">A band's letter, or the tenth's number, 1 the lowest values.</param>
/// <param name="From">Lowest value in the group; null where it is empty.</param>
/// <param name="To">Highest value in the group.</param>
/// <param name="Rate">Percent that failed; null where the group is empty.</param>
/// <param name="RateLow">Percent, lower end of the interval.</param>
/// <param name="RateHigh">Percent, upper end.</param>
public sealed record FailureRate(
    string Group, double? From, double? To, int Entities, int Failed, double? Rate, double? RateLow, double? RateHigh);

/// <summary>A published model or plain composite over the same entities.</summary>
/// <param name="Model"><c>altmanZ</c>, <c>springate</c>, <c>zmijewski</c>, <c>taffler</c> or <c>percentileComposite</c>.</param>
/// <param name="Entities">Rated entities for which the model could be computed too.</param>
/// <param name="Auc">The model's area; null where it cannot be told.</param>
/// <param name="Difference">The index's area over those entities minus the model's.</param>
/// <param name="DifferenceError">Standard error of the difference, both measured on the same entities.</param>
public sealed record ModelEvidence(
    string Model, int Entities, int Failed, double? Auc, double? StandardError, double? Difference, double? DifferenceError);

/// <summary>What a back-test found.</summary>
public sealed record BackTestResult
{
    public required IndexId Index { get; init; }

    /// <summary>Day that the index was computed for.</summary>
    public required DateOnly AsOf { get; init; }
    public required DateTimeOffset ComputedAt { get; init; }
    public required string Methodology { get; init; }

    /// <summary>Name of the file that says who failed.</summary>
    public required string Labels { get; init; }

    /// <summary>Entities that the file names.</summary>
    public required int Labelled { get; init; }

    /// <summary>How many of them got an index in each state.</summary>
    public required IReadOnlyDictionary<IndexState, int> States { get; init; }

    /// <summary>Entities with a value: what everything below is counted over.</summary>
    public required int Entities { get; init; }

    /// <summary>Of those, how many failed.</summary>
    public required int Failed { get; init; }

    /// <summary>Area under the ROC curve, 0..1; null with fewer than two on either side.</summary>
    public double? Auc { get; init; }
    public double? StandardError { get; init; }

    /// <summary>Name of the standard error.</summary>
    public string ErrorMethod { get; init; } = "DeLong";

    /// <summary>The published models beside it, for Financial Stability.</summary>
    public required IReadOnlyList<ModelEvidence> Models { get; init; }

    /// <summary>Failure rate per band, A first.</summary>
    public required IReadOnlyList<FailureRate> Bands { get; init; }

    /// <summary>Calibration: failure rate per tenth of the rated entities by value, the lowest first; equal values stay together.</summary>
    public required IReadOnlyList<FailureRate> Calibration { get; init; }

    /// <summary>Rows of the file that could not be used.</summary>
    public int Rejected { get; init; }

    /// <summary>The first of their problems.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];
}

/// <summary>One labelled entity with its index and what the models say of it.</summary>
/// <param name="Value">The index; null unless rated.</param>
/// <param name="Models">Scores by model, higher is better; a model that could not be computed is missing.</param>
public sealed record LabelledScore(bool Failed, IndexState State, double? Value, IReadOnlyDictionary<string, double> Models);
