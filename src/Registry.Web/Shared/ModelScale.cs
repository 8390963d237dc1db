using Registry.Indices;

namespace Registry.Web.Shared;

/// <summary>A zone of a model's scale.</summary>
/// <param name="From">Lower end on the model's own scale; minus infinity for the lowest.</param>
/// <param name="To">Upper end; infinity for the highest.</param>
public sealed record ScaleZone(double From, double To, ModelZone Zone);

/// <summary>The zones of a published model, from low to high.</summary>
public static class ModelScale
{
    /// <summary>Zones of one model.</summary>
    public static IReadOnlyList<ScaleZone> Of(FinancialModel model) => model switch
    {
        FinancialModel.AltmanZ => Three(FinancialModels.DistressZ, FinancialModels.SafeZ),
        FinancialModel.Taffler => Three(FinancialModels.DistressTaffler, FinancialModels.SafeTaffler),
        FinancialModel.Springate => Two(FinancialModels.FailedSpringate, ModelZone.Distress, ModelZone.Safe),
        FinancialModel.Zmijewski => Two(FinancialModels.DistressZmijewski, ModelZone.Safe, ModelZone.Distress),
        _ => Two(FinancialModels.SuspectBeneish, ModelZone.Safe, ModelZone.CheckAccounts),
    };

    private static ScaleZone[] Two(double border, ModelZone below, ModelZone above) =>
        [new(double.NegativeInfinity, border, below), new(border, double.PositiveInfinity, above)];

    private static ScaleZone[] Three(double distress, double safe) =>
    [
        new(double.NegativeInfinity, distress, ModelZone.Distress),
        new(distress, safe, ModelZone.Grey),
        new(safe, double.PositiveInfinity, ModelZone.Safe),
    ];
}
