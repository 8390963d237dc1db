using System.Globalization;

using Registry.Seed.Entities;

namespace Registry.Seed.Registers;

/// <summary><c>certificates</c> of anti-corruption management systems.</summary>
internal sealed class CertificatesFile(World world, Wave wave, string path) : CsvRegister(world, wave, path,
    "number", "standard", "bin", "scope", "bodyBin", "accreditation", "issuedOn", "expiresOn", "state")
{
    public override void Add(Entity entity)
    {
        if (!Knows(entity) || Certified.Of(World, entity) is not { } certificate)
            return;
        var hasChanged = certificate.State != "Active" && certificate.Changed <= Wave.AsOf;
        if (!Wave.Brings(certificate.Issued) && !(hasChanged && Wave.Brings(certificate.Changed)))
            return;
        Csv.Cell(certificate.Number).Cell(certificate.Standard).Cell(entity.Number)
            .Cell($"{entity.Activity.Ru} (ОКЭД {entity.Activity.Oked})").Cell(World.NumberOf(Stories.Certifiers[certificate.Body]))
            .Cell(certificate.Accreditation).Cell(certificate.Issued).Cell(certificate.Expires)
            .Cell(hasChanged ? certificate.State : "Active").End();
    }
}

/// <summary><c>certification-bodies</c>: each certifier with its two accreditations; one of them was suspended lately.</summary>
internal sealed class CertificationBodiesFile(World world, Wave wave, string path) : CsvRegister(world, wave, path,
    "bin", "accreditation", "name", "state", "validUntil")
{
    private const int SuspendedDaysAgo = 60;

    public override void Add(Entity entity)
    {
        var body = Array.IndexOf(Stories.Certifiers, (int)entity.Index);
        if (body < 0 || entity.Story is null)
            return;
        foreach (var isNational in new[] { false, true })
        {
            var isSuspended = isNational && body == 1 && Wave.AsOf >= World.Today.AddDays(-SuspendedDaysAgo);
            Csv.Cell(entity.Number).Cell(Certified.AccreditationOf(body, isNational)).Cell(entity.Names.Ru)
                .Cell(isSuspended ? "Suspended" : "Active").Cell(World.Today.AddYears(2)).End();
        }
    }
}

/// <summary><c>surveillance</c>: audits planned and held.</summary>
internal sealed class SurveillanceFile(World world, Wave wave, string path) : CsvRegister(world, wave, path,
    "number", "plannedOn", "heldOn", "outcome")
{
    /// <summary>A plan is told of so long before.</summary>
    private const int PlannedAheadDays = 240;

    public override void Add(Entity entity)
    {
        if (!Knows(entity) || Certified.Of(World, entity) is not { } certificate)
            return;
        foreach (var (planned, held) in certificate.Audits())
        {
            var isHeld = held <= Wave.AsOf && Wave.Brings(held.Value);
            if (!isHeld && !Wave.Brings(planned.AddDays(-PlannedAheadDays)))
                continue;
            Csv.Cell(certificate.Number).Cell(planned).Cell(isHeld ? held : null).Cell(isHeld ? "Passed" : "").End();
        }
    }
}

/// <summary><c>labels</c> as granted; their state follows.</summary>
internal sealed class LabelsFile(World world, Wave wave, string path) : CsvRegister(world, wave, path,
    "number", "bin", "certificate", "grantedOn", "until", "products")
{
    public override void Add(Entity entity)
    {
        if (!Knows(entity) || Certified.Of(World, entity) is not { } certificate || certificate.Label() is not { } label || !Wave.Brings(label.Granted))
            return;
        var products = entity.Index == 0 ? "Кабель силовой АЖК-4; Щиты ЩР-12; Монтаж сетей; Проектирование" : entity.Activity.Ru;
        Csv.Cell(label.Number).Cell(entity.Number).Cell(certificate.Number).Cell(label.Granted).Cell(label.Until).Cell(products).End();
    }
}

/// <summary><c>label-decisions</c>: reviews and revocations of these labels.</summary>
internal sealed class LabelDecisionsFile(World world, Wave wave, string path) : CsvRegister(world, wave, path,
    "number", "bin", "decision", "kind", "decidedOn", "deadline", "reason")
{
    private const int ReviewDays = 90;

    public override void Add(Entity entity)
    {
        if (!Knows(entity) || Certified.Of(World, entity)?.Label() is not { Fate: LabelStory.UnderReview or LabelStory.Revoked } label || !Wave.Brings(label.Decided))
            return;
        var isReview = label.Fate is LabelStory.UnderReview;
        Csv.Cell(label.Number).Cell(entity.Number).Cell(string.Create(CultureInfo.InvariantCulture, $"ЧВ-{entity.Index:D4}/{(isReview ? 1 : 2)}"))
            .Cell(isReview ? "Freeze" : "Revoke").Cell(label.Decided).Cell(isReview ? label.Decided.AddDays(ReviewDays) : null)
            .Cell(isReview ? "Обращение о возможном подкупе при закупке, проверяется" : "Обязательства держателя знака нарушены, подтверждено проверкой").End();
    }
}
