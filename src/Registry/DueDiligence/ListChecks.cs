using Registry.Indices;

namespace Registry.DueDiligence;

/// <summary>Standings on restrictive lists. A standing stays known until its list takes it off; absence counts only while the list is fresh.</summary>
internal static class ListChecks
{
    public static void Run(CheckInput input, CheckItems items)
    {
        Standing(StopFacts.PseudoEnterprise, "kgd-pseudo", Weight.Stop, input, items);
        Standing(StopFacts.Inactive, "kgd-inactive", Weight.Strong, input, items);
        Standing("taxCodeViolation", "kgd-violation", Weight.Plain, input, items);
        var barred = input.Purpose == CheckPurpose.Procurement ? Weight.Stop : Weight.Plain;
        Standing(StopFacts.BadFaithSupplier, "goszakup-rnu", barred, input, items);
        Standing("samrukUnreliable", "samruk-unreliable", barred, input, items);
        items.NotChecked("corruptionOffender", "offenders", Findings.SourceNotLoaded);
        items.NotChecked("sanctions", "sanctions", Findings.SourceNotLoaded);
    }

    /// <summary>One list.</summary>
    public static void Standing(string id, string list, Weight weight, CheckInput input, CheckItems items)
    {
        var gap = items.Gap(list);
        if (IndexCaps.Standing(input.Known, list, input.Day) is { } entry)
            items.Risk(
                id, weight, list, items.Latest(list), gap,
                ("since", CheckItems.Text(entry.Since)), ("until", CheckItems.Text(entry.Until)), ("document", entry.Document));
        else if (gap is not null)
            items.NotChecked(id, list, gap);
        else
            items.Fine(id, list, items.Latest(list));
    }
}
