using Registry.Companies;
using Registry.Facts;
using Registry.Indices;

namespace Registry.DueDiligence;

/// <summary>Who owns and who heads the entity.</summary>
internal static class PeopleChecks
{
    private const string Source = "owners";

    /// <summary>Shares above this make a beneficial owner.</summary>
    private const decimal ControllingShare = 25;

    public static void Owners(CheckInput input, CheckItems items)
    {
        if (input.Profile.Kind is not CompanyKind.LegalEntity)
        {
            items.NotApplicable("ownerDisclosed", Source, "notForThisKind");
            items.NotApplicable("nomineeOwner", Source, "notForThisKind");
            return;
        }
        var owners = input.Known.Owners.Where(o => o.Kind != OwnerKind.Head && o.From <= input.Day && (o.To is null || o.To > input.Day)).ToList();
        if (owners.Count == 0 || items.Gap(Source) is not null)
        {
            var note = items.Gap(Source) ?? Findings.NoData;
            items.NotChecked("ownerDisclosed", Source, note);
            items.NotChecked("nomineeOwner", Source, note);
            return;
        }
        var count = ("count", (string?)CheckItems.Text(owners.Count));
        if (owners.Exists(IsPersonBehind))
            items.Fine("ownerDisclosed", Source, items.Latest(Source), null, count);
        else
            items.Risk("ownerDisclosed", Weight.Strong, Source, items.Latest(Source), null, count);
        var nominees = owners.Count(o => o.Nominee);
        if (nominees == 0)
            items.Fine("nomineeOwner", Source, items.Latest(Source));
        else
            items.Risk("nomineeOwner", Weight.Plain, Source, items.Latest(Source), null, ("count", CheckItems.Text(nominees)));
    }

    public static void Heads(CheckInput input, CheckItems items)
    {
        var head = input.Known.Owners.FirstOrDefault(o => o.Kind == OwnerKind.Head && o.From <= input.Day && (o.To is null || o.To > input.Day));
        var registration = EntityProfile.Ordered(input.Known.Registrations).FirstOrDefault(r => !string.IsNullOrWhiteSpace(r.Head));
        if (head?.PersonName is { } name)
            items.Fine("headKnown", head.Source, head.KnownFrom, null, ("name", name));
        else if (registration is not null)
            items.Fine("headKnown", registration.Source, registration.KnownFrom, null, ("name", registration.Head));
        else
            items.NotChecked("headKnown", "stat-register", items.Gap("stat-register") ?? Findings.NoData);
    }

    /// <summary>A named beneficial owner, or a founder who controls by his own share; a nominee is neither.</summary>
    private static bool IsPersonBehind(Owner owner) =>
        !owner.Nominee && owner.EntityBin is null
        && (owner.Kind == OwnerKind.BeneficialOwner || owner.Share is null || owner.Share > ControllingShare);
}
