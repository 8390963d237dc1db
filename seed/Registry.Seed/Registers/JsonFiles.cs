using System.Globalization;
using System.Text.Json;

using Registry.Seed.Entities;
using Registry.Seed.Files;

namespace Registry.Seed.Registers;

/// <summary>A register delivered as one page of JSON.</summary>
internal abstract class JsonRegister(World world, Wave wave, string path, string array = "items") : RegisterFile(world, wave)
{
    protected JsonItems Page { get; } = new(path, array);

    public override bool IsEmpty => Page.Count == 0;

    public override void Dispose()
    {
        Page.Close(Tail);
        Page.Dispose();
    }

    protected virtual void Tail(Utf8JsonWriter json) => json.WriteString("next_page", "");

    protected static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary><c>egov-companies</c>: the Ministry of Justice's register; here and there it disagrees with the Bureau's.</summary>
internal sealed class EgovCompaniesFile(World world, Wave wave, string path) : JsonRegister(world, wave, path, "elements")
{
    public override void Add(Entity entity)
    {
        if (entity.Kind == EntityKind.SoleProprietor || !Knows(entity))
            return;
        var dice = World.Dice(entity.Index, Aspect.Justice);
        var (liquidated, bankrupt) = Fate.Of(World, entity) is { } fate && fate.Since <= Wave.AsOf ? (fate.Status == "Liquidated", fate.Status == "Bankrupt") : (false, false);
        var (statusRu, statusKk) = liquidated ? ("Ликвидирован", "Таратылған") : bankrupt ? ("Банкрот", "Банкрот") : ("Зарегистрирован", "Тіркелген");
        var street = dice.Chance(0.06) && entity.Story is null ? "улица Желтоксан, дом " + (dice.Below(150) + 1).ToString(CultureInfo.InvariantCulture) : entity.Street;
        var withoutBin = entity.Story is null && dice.Chance(0.01);
        Page.Item(json =>
        {
            json.WriteNumber("id", 1_000_000 + entity.Index);
            json.WriteString("bin", withoutBin ? "" : entity.Number);
            json.WriteString("nameru", entity.Names.Ru);
            json.WriteString("namekz", entity.Names.Kk);
            json.WriteString("datereg", Day(entity.RegisteredOn) + "T00:00:00.000+06:00");
            json.WriteString("statusru", statusRu);
            json.WriteString("statuskz", statusKk);
            json.WriteString("addressru", $"{entity.Place.Region}, {entity.Place.Ru}, {street}");
            json.WriteString("addresskz", $"{entity.Place.Kk}, {street}");
            json.WriteString("okedru", entity.Activity.Ru);
            json.WriteString("okedkz", entity.Activity.Kk);
            json.WriteString("director", World.PersonOf(entity.HeadSince > Wave.AsOf ? entity.FormerHead : entity.Head).Name);
        });
    }

    protected override void Tail(Utf8JsonWriter json) => json.WriteNumber("totalPages", 1);
}

/// <summary><c>goszakup-rnu</c>: the register of bad-faith participants of public procurement.</summary>
internal sealed class BadFaithFile(World world, Wave wave, string path) : JsonRegister(world, wave, path)
{
    public override void Add(Entity entity)
    {
        if (entity.RegisteredOn > Wave.AsOf || Listing.Of(World, entity, "goszakup-rnu") is not { } listing || !listing.StandsOn(Wave.AsOf))
            return;
        Page.Item(json =>
        {
            json.WriteNumber("id", 240_000 + entity.Index);
            json.WriteNumber("pid", 700_000 + entity.Index);
            json.WriteString("supplier_biin", entity.Number);
            json.WriteString("supplier_innunp", "");
            json.WriteString("supplier_name_ru", entity.Names.Ru);
            json.WriteString("supplier_name_kz", entity.Names.Kk);
            json.WriteStartArray("kato_list");
            json.WriteStringValue(entity.Place.Kato);
            json.WriteEndArray();
            json.WriteString("index_date", Day(listing.Since) + "T10:15:00");
            json.WriteNull("end_date");
            json.WriteNumber("system_id", 3);
        });
    }
}

/// <summary><c>samruk-unreliable</c>: the fund's list of unreliable suppliers.</summary>
internal sealed class SamrukFile(World world, Wave wave, string path) : JsonRegister(world, wave, path)
{
    public override void Add(Entity entity)
    {
        if (entity.RegisteredOn > Wave.AsOf || Listing.Of(World, entity, "samruk-unreliable") is not { } listing || !listing.StandsOn(Wave.AsOf))
            return;
        Page.Item(json =>
        {
            json.WriteNumber("id", 5_000 + entity.Index);
            json.WriteString("name_kk", entity.Names.Kk);
            json.WriteString("name_ru", entity.Names.Ru);
            json.WriteString("legal_address", $"{entity.Place.Region}, {entity.Place.Ru}, {entity.Street}");
            json.WriteNumber("reason_id", 1 + (entity.Index % 3));
            json.WriteString("bad_supplier_date", Day(listing.Since));
            json.WriteNull("founder_info");
            json.WriteString("bin_iin", entity.Number);
            json.WriteString("begin_date", Day(listing.Since));
            json.WriteNull("end_date");
        });
    }

    protected override void Tail(Utf8JsonWriter json) => json.WriteNumber("page", 1);
}

/// <summary><c>goszakup-contracts</c>: contracts signed or performed since the last delivery.</summary>
internal sealed class ContractsFile(World world, Wave wave, string path) : JsonRegister(world, wave, path)
{
    private const int InForce = 190;
    private const int Performed = 390;
    private const int Terminated = 340;
    private const int SupplierAtFault = 4;

    public override void Add(Entity entity)
    {
        if (!entity.IsBusiness || World.Count < Neighbours.BlockSize * 2 || !Knows(entity))
            return;
        var dice = World.Dice(entity.Index, Aspect.Contracts);
        var count = entity.Index == 0 ? 9 : 3 + dice.Below(entity.Size.IsMicro ? 2 : 4);
        var oneBuyer = dice.Chance(0.2) ? Customer(ref dice) : -1;
        for (var i = 0; i < count; i++)
            Add(entity, i, oneBuyer, ref dice);
    }

    private void Add(Entity entity, int number, long oneBuyer, ref Dice dice)
    {
        var signed = World.Today.AddDays(-dice.Below(1250) - 15);
        var planned = signed.AddDays(30 + dice.Below(260));
        var onTime = dice.Chance(Economy.Blend(0.3, 1.15, entity.Health.Payment));
        var fault = dice.Chance(entity.Health.Payment < Health.Failing ? 0.22 : entity.Health.Payment < 0.45 ? 0.05 : 0.004);
        var performed = onTime ? planned.AddDays(-dice.Below(20)) : planned.AddDays(3 + dice.Below(70));
        var sum = (long)(dice.LogBetween(400_000, 15_000_000) * Math.Pow(Math.Max(entity.Employees, 1), 0.5) / 1000) * 1000;
        var single = dice.Chance(0.4);
        var customer = oneBuyer >= 0 ? oneBuyer : Customer(ref dice);
        if (signed < entity.RegisteredOn.AddDays(20) || (!Wave.Brings(signed) && !(performed <= Wave.AsOf && Wave.Brings(performed))))
            return;
        var isPerformed = performed <= Wave.AsOf && !fault;
        var isTerminated = fault && performed <= Wave.AsOf;
        var buyer = World.EntityOf(customer);
        Page.Item(json =>
        {
            var id = (entity.Index * 16) + number + 10_000_000;
            json.WriteNumber("id", id);
            json.WriteString("trd_buy_number_anno", string.Create(CultureInfo.InvariantCulture, $"{id % 9_000_000}-1"));
            json.WriteString("trd_buy_name_ru", "Закупка: " + entity.Activity.BrandRu);
            json.WriteNumber("ref_contract_status_id", isTerminated ? Terminated : isPerformed ? Performed : InForce);
            json.WriteNumber("deleted", 0);
            json.WriteString("supplier_biin", entity.Number);
            json.WriteString("contract_number_sys", string.Create(CultureInfo.InvariantCulture, $"{buyer.Number}/{signed:yyMM}/{number}"));
            json.WriteString("sign_date", Day(signed) + " 12:00:00");
            json.WriteString("customer_bin", buyer.Number);
            json.WriteString("customer_name_ru", buyer.Names.Ru);
            json.WriteNumber("fin_year", signed.Year);
            json.WriteString("ref_currency_code", "KZT");
            json.WriteNumber("contract_sum", Math.Round(sum / 1.12m, 2));
            json.WriteNumber("contract_sum_wnds", sum);
            json.WriteString("plan_exec_date", Day(planned) + " 00:00:00");
            json.WriteString("fakt_exec_date", isPerformed ? Day(performed) + " 00:00:00" : null);
            json.WriteNumber("fakt_sum_wnds", isPerformed ? sum : 0);
            json.WriteString("contract_end_date", Day(planned.AddDays(30)) + " 00:00:00");
            if (isTerminated)
                json.WriteNumber("ref_contract_cancel_id", SupplierAtFault);
            else
                json.WriteNull("ref_contract_cancel_id");
            if (isTerminated)
                json.WriteString("ref_contract_cancel_name_ru", "Неисполнение поставщиком обязательств по договору");
            json.WriteNumber("fakt_trade_methods_id", single ? 23 : 2);
            json.WriteNumber("system_id", 3);
        });
    }

    /// <summary>A state institution: the last place of a block.</summary>
    private long Customer(ref Dice dice) =>
        (dice.Below(World.Count / Neighbours.BlockSize) * Neighbours.BlockSize) + Neighbours.BlockSize - 1;
}
