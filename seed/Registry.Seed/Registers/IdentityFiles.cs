using System.Globalization;

using Registry.Seed.Entities;

namespace Registry.Seed.Registers;

/// <summary><c>company-status</c>: active from registration on, and what became of it.</summary>
internal sealed class CompanyStatusFile(World world, Wave wave, string path) : CsvRegister(world, wave, path, "bin", "since", "status", "reason")
{
    public override void Add(Entity entity)
    {
        if (!Knows(entity))
            return;
        if (Wave.Brings(entity.RegisteredOn))
            Csv.Cell(entity.Number).Cell(entity.RegisteredOn).Cell("Active").Cell("").End();
        if (Fate.Of(World, entity) is { } fate && Wave.Brings(fate.Since))
            Csv.Cell(entity.Number).Cell(fate.Since).Cell(fate.Status).Cell(fate.Reason).End();
    }
}

/// <summary><c>company-names</c>: English names, and former names of the few that changed theirs.</summary>
internal sealed class CompanyNamesFile(World world, Wave wave, string path)
    : CsvRegister(world, wave, path, "bin", "language", "name", "from", "to")
{
    public override void Add(Entity entity)
    {
        if (entity.Kind == EntityKind.SoleProprietor || !Knows(entity))
            return;
        var dice = World.Dice(entity.Index, Aspect.Justice);
        dice.Next();
        var renamed = entity.RegisteredOn.AddDays(400 + dice.Below(3000));
        var wasRenamed = entity.Story is null && entity.Kind == EntityKind.Partnership && dice.Chance(0.06) && renamed < World.Today;
        var from = wasRenamed && renamed <= Wave.AsOf ? renamed : entity.RegisteredOn;
        if (Wave.Brings(from))
            Row(entity, "en", entity.Names.En, from, null);
        if (!wasRenamed || !Wave.Brings(renamed))
            return;
        var former = Naming.Of(entity.Kind, entity.Activity, entity.Place, World.PersonOf(entity.FormerHead), ref dice);
        Row(entity, "ru", former.Ru, entity.RegisteredOn, renamed.AddDays(-1));
        Row(entity, "kk", former.Kk, entity.RegisteredOn, renamed.AddDays(-1));
    }

    private void Row(Entity entity, string language, string name, DateOnly from, DateOnly? to) =>
        Csv.Cell(entity.Number).Cell(language).Cell(name).Cell(from).Cell(to).End();
}

/// <summary><c>contacts</c>; the mail and site names end in a domain that exists for nobody.</summary>
internal sealed class ContactsFile(World world, Wave wave, string path) : CsvRegister(world, wave, path, "bin", "phone", "email", "website", "asOf")
{
    public override void Add(Entity entity)
    {
        if (!Knows(entity) || !Wave.Brings(entity.RegisteredOn))
            return;
        var dice = World.Dice(entity.Index, Aspect.Names);
        var site = Slug(entity);
        Csv.Cell(entity.Number).Cell(entity.Phone).Cell($"info@{site}").Cell(dice.Chance(0.5) || entity.Story is not null ? $"https://{site}" : "").Cell(Wave.AsOf).End();
    }

    private static string Slug(Entity entity)
    {
        var letters = new string([.. entity.Names.Brand.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ')]).Trim().Replace(' ', '-');
        return entity.Story is null
            ? string.Create(CultureInfo.InvariantCulture, $"{letters}-{entity.Index}.example")
            : letters + ".example";
    }
}

/// <summary><c>owners</c>: founders, beneficial owners and heads; chains, circles, shared founders and nominees come from the block.</summary>
internal sealed class OwnersFile(World world, Wave wave, string path) : CsvRegister(world, wave, path,
    "bin", "kind", "personIin", "personName", "entityBin", "share", "from", "to", "nominee")
{
    public override void Add(Entity entity)
    {
        if (entity.Kind is EntityKind.SoleProprietor or EntityKind.StateInstitution || !Knows(entity))
            return;
        Heads(entity);
        if (!Wave.Brings(entity.RegisteredOn))
            return;
        var near = new Neighbours(World, entity.Index);
        var dice = World.Dice(entity.Index, Aspect.People);
        var left = 100;
        if (near.Parent is { } parent)
        {
            var share = entity.Kind == EntityKind.Branch ? 100 : 51 + dice.Below(50);
            left -= share;
            Csv.Cell(entity.Number).Cell("founder").Cell("").Cell("").Cell(World.NumberOf(parent)).Cell(share).Cell(entity.RegisteredOn).Cell((DateOnly?)null).Cell("").End();
        }
        if (near.SharedFounder is { } shared && shared != entity.Index * 2)
            left -= Person(entity, "founder", shared, left / 2);
        if (left > 10 && dice.Chance(0.35))
            left -= Person(entity, "founder", (entity.Index * 2) + 1, Math.Max(5, left * (10 + dice.Below(40)) / 100));
        if (left > 0)
            Person(entity, "founder", entity.Index * 2, left);
        if (entity.Kind != EntityKind.Branch && near.Parent is null && dice.Chance(0.6))
            Person(entity, "beneficialOwner", entity.Index * 2, left);
    }

    private void Heads(Entity entity)
    {
        if (entity.HeadSince is { } since && since > entity.RegisteredOn)
        {
            var changed = since <= Wave.AsOf;
            if (Wave.Brings(entity.RegisteredOn) || Wave.Brings(since))
                Person(entity, "head", entity.FormerHead, null, entity.RegisteredOn, changed ? since : null);
            if (Wave.Brings(since))
                Person(entity, "head", entity.Head, null, since, null);
        }
        else if (Wave.Brings(entity.RegisteredOn))
        {
            Person(entity, "head", entity.Head, null, entity.RegisteredOn, null, entity.Head != entity.Index * 2);
        }
    }

    private int Person(Entity entity, string kind, long person, int share)
    {
        Person(entity, kind, person, share, entity.RegisteredOn, null);
        return share;
    }

    private void Person(Entity entity, string kind, long id, int? share, DateOnly from, DateOnly? to, bool nominee = false)
    {
        var person = World.PersonOf(id);
        Csv.Cell(entity.Number).Cell(kind).Cell(person.Iin).Cell(person.Name).Cell("")
            .Cell(share?.ToString(CultureInfo.InvariantCulture) ?? "").Cell(from).Cell(to).Cell(nominee ? "true" : "").End();
    }
}
