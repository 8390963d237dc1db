using Registry.Facts;

namespace Registry.Indices;

/// <summary>
/// How public contracts due within a window were performed. Left out: contracts under complaint or audit finding, and those without
/// a planned day (nothing says what "on time" was) unless they were terminated for fault.
/// </summary>
/// <param name="Counted">Contracts that prove something.</param>
/// <param name="Terminated">Of those, terminated because the supplier did not perform.</param>
public sealed record ContractPerformance(int Counted, int OnTime, int Terminated)
{
    /// <summary>Performance of the contracts whose term or performance lies within <paramref name="months"/> before <paramref name="day"/>.</summary>
    public static ContractPerformance Of(IReadOnlyList<Contract> contracts, DateOnly day, int months)
    {
        var from = day.AddMonths(-months);
        var (counted, onTime, terminated) = (0, 0, 0);
        foreach (var contract in contracts)
        {
            if (contract.UnderReview || contract.SignedOn > day)
                continue;
            var performed = contract.PerformedOn <= day ? contract.PerformedOn : null;
            var mark = contract.TerminatedForFault ? contract.PlannedOn ?? contract.PerformedOn ?? contract.SignedOn : performed ?? contract.PlannedOn;
            if (mark is null || mark <= from || (mark > day && !contract.TerminatedForFault))
                continue;
            if (contract.TerminatedForFault)
            {
                counted++;
                terminated++;
            }
            else if (contract.PlannedOn is { } planned)
            {
                counted++;
                if (performed <= planned)
                    onTime++;
            }
        }
        return new ContractPerformance(counted, onTime, terminated);
    }
}
