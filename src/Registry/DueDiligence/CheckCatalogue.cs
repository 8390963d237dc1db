using Registry.Indices;

namespace Registry.DueDiligence;

/// <summary>Sections of a report, in their order (methodology §7).</summary>
public static class CheckSections
{
    public const string Identity = "identity";
    public const string Owners = "owners";
    public const string Heads = "heads";
    public const string Lists = "lists";
    public const string Tax = "tax";
    public const string Courts = "courts";
    public const string Finance = "finance";
    public const string Payment = "payment";
    public const string Procurement = "procurement";
    public const string Certificates = "certificates";

    /// <summary>All sections in order.</summary>
    public static readonly IReadOnlyList<string> All =
        [Identity, Owners, Heads, Lists, Tax, Courts, Finance, Payment, Procurement, Certificates];
}

/// <summary>
/// The checks that are made of one counterparty, each with one of three answers, and the advice that follows. Pure: everything comes
/// with the input.
/// </summary>
public static class CheckCatalogue
{
    /// <summary>Id of the only finding about a number that no register knows.</summary>
    public const string NoSuchEntity = "noSuchEntity";

    /// <summary>Under this share of the applicable checks there is no advice but to look elsewhere.</summary>
    private const double LeastShareMade = 0.5;

    /// <summary>Makes all checks.</summary>
    public static CheckFindings Run(CheckInput input)
    {
        var items = new List<CheckItem>();
        CheckItems Section(string id) => new(id, input.Context.Sources, items);
        IdentityChecks.Run(input, Section(CheckSections.Identity));
        PeopleChecks.Owners(input, Section(CheckSections.Owners));
        PeopleChecks.Heads(input, Section(CheckSections.Heads));
        ListChecks.Run(input, Section(CheckSections.Lists));
        MoneyChecks.Tax(input, Section(CheckSections.Tax));
        MoneyChecks.Courts(input, Section(CheckSections.Courts));
        MoneyChecks.Finance(input, Section(CheckSections.Finance));
        IndexChecks.Run(IndexId.PaymentDiscipline, input, Section(CheckSections.Payment));
        TrustChecks.Procurement(input, Section(CheckSections.Procurement));
        TrustChecks.Certificates(input, Section(CheckSections.Certificates));
        return new CheckFindings(Advice(items), items);
    }

    /// <summary>The advice by the order of methodology §7.</summary>
    public static Verdict Advice(IReadOnlyList<CheckItem> items)
    {
        var (made, applicable, strong, risk) = (0, 0, false, false);
        foreach (var item in items)
        {
            if (item is { IsStop: true, State: CheckState.Risk })
                return Verdict.Stop;
            if (item.State == CheckState.NotApplicable)
                continue;
            applicable++;
            made += item.State == CheckState.NotChecked ? 0 : 1;
            risk |= item.State == CheckState.Risk;
            strong |= item is { IsStrong: true, State: CheckState.Risk };
        }
        if (made < LeastShareMade * applicable || applicable == 0)
            return Verdict.NotEnoughData;
        return strong ? Verdict.HighAttention : risk ? Verdict.Attention : Verdict.NoRemarks;
    }
}
