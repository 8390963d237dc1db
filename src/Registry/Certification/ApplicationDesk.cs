using Microsoft.EntityFrameworkCore;
using Registry.Access;
using Registry.Audit;
using Registry.Data;
using Registry.Identifiers;

namespace Registry.Certification;

/// <summary>An application as it is filled in.</summary>
public sealed record ApplicationInput
{
    public string Bin { get; init; } = "";

    /// <summary>Number of the certificate.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>Products, services and materials, one per line.</summary>
    public string Products { get; init; } = "";

    /// <summary>Whether the company signed the obligations of a label's holder.</summary>
    public bool ObligationsSigned { get; init; }

    /// <summary>The products as they are kept: trimmed, each once.</summary>
    public IReadOnlyList<string> ProductList() =>
        [.. Products.Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Every field by name, as text.</summary>
    public IReadOnlyList<(string Field, string Text)> Fields() =>
    [
        (nameof(Bin), Bin), (nameof(Certificate), Certificate), (nameof(Products), string.Join("; ", ProductList())),
        (nameof(ObligationsSigned), ObligationsSigned ? "+" : "−"),
    ];

    /// <summary>The fields of an application that stands.</summary>
    public static ApplicationInput Of(LabelApplication application) => new()
    {
        Bin = application.Bin,
        Certificate = application.Certificate,
        Products = application.Products,
        ObligationsSigned = application.ObligationsSignedOn is not null,
    };
}

/// <summary>Applications for labels.</summary>
public sealed class ApplicationDesk
{
    private const int MostProducts = 500;
    private const int LongestProduct = 300;
    private readonly DeskWork work;

    internal ApplicationDesk(DeskWork work) => this.work = work;

    /// <summary>Files an application; staff file for any company.</summary>
    public async Task<DeskOutcome> ApplyAsync(Actor actor, ApplicationInput input, CancellationToken cancel)
    {
        if (actor.Require(Permission.ApplyForLabels) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        if (Check(input) is { Count: > 0 } problems)
            return new DeskOutcome.Invalid(problems);
        _ = EntityNumber.TryParse(input.Bin, out var bin);
        return await work.RunAsync(
            async db =>
            {
                if (await MissingOfAsync(db, bin ?? "", input, cancel) is { } missing)
                    return new DeskOutcome.Invalid([missing]);
                if (!await MayFileForAsync(actor))
                    return new DeskOutcome.Denied(Permission.ApplyForLabels);
                var application = new LabelApplication
                {
                    Id = Guid.CreateVersion7(work.Now),
                    Bin = bin ?? "",
                    Certificate = input.Certificate.Trim(),
                    Products = string.Join('\n', input.ProductList()),
                    ObligationsSignedOn = input.ObligationsSigned ? work.Today : null,
                    AppliedBy = actor.Id,
                    AppliedAt = work.Now,
                    Version = 1,
                };
                db.LabelApplications.Add(application);
                work.Trace(db, actor, new AuditNote("label.applied", $"application:{application.Id}") { After = input });
                return new DeskOutcome.Done(application.Id.ToString());
            },
            cancel);
    }

    /// <summary>Changes a filed application.</summary>
    /// <param name="version">Version that the writer had read.</param>
    /// <param name="seen">Its fields then.</param>
    public async Task<DeskOutcome> EditAsync(Actor actor, Guid id, long version, ApplicationInput seen, ApplicationInput input, CancellationToken cancel)
    {
        if (actor.Require(Permission.ProposeLabelDecisions) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        if (Check(input) is { Count: > 0 } problems)
            return new DeskOutcome.Invalid(problems);
        return await work.RunAsync(
            async db =>
            {
                if (await db.LabelApplications.FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } standing)
                    return new DeskOutcome.NotFound();
                var now = ApplicationInput.Of(standing);
                if (standing.Version != version)
                    return new DeskOutcome.Stale(CertificateDesk.Conflicts(seen.Fields(), now.Fields(), input.Fields()));
                if (standing.State is not ApplicationState.Filed)
                    return DeskOutcome.Wrong("", "notOpen");
                if (await MissingOfAsync(db, standing.Bin, input, cancel) is { } missing)
                    return new DeskOutcome.Invalid([missing]);
                standing.Certificate = input.Certificate.Trim();
                standing.Products = string.Join('\n', input.ProductList());
                standing.ObligationsSignedOn = input.ObligationsSigned ? standing.ObligationsSignedOn ?? work.Today : null;
                standing.Version++;
                work.Trace(db, actor, new AuditNote("label.applicationEdited", $"application:{id}") { Before = now, After = input });
                return new DeskOutcome.Done(id.ToString());
            },
            cancel);
    }

    private static Task<bool> MayFileForAsync(Actor actor) => Task.FromResult(actor.May(Permission.ProposeLabelDecisions));

    private static async Task<FieldProblem?> MissingOfAsync(RegistryDbContext db, string bin, ApplicationInput input, CancellationToken cancel)
    {
        if (!await db.Companies.AnyAsync(c => c.Bin == bin, cancel))
            return new(nameof(input.Bin), "companyUnknown");
        var certificate = await DeskWork.CertificateAsync(db, input.Certificate.Trim(), cancel);
        return certificate?.Bin == bin ? null : new(nameof(input.Certificate), LabelReasons.CertificateUnknown);
    }

    private static List<FieldProblem> Check(ApplicationInput input)
    {
        var problems = new List<FieldProblem>();
        var products = input.ProductList();
        if (!EntityNumber.TryParse(input.Bin, out _))
            problems.Add(new(nameof(input.Bin), "notABin"));
        if (string.IsNullOrWhiteSpace(input.Certificate))
            problems.Add(new(nameof(input.Certificate), "required"));
        if (products.Count == 0)
            problems.Add(new(nameof(input.Products), "required"));
        else if (products.Count > MostProducts)
            problems.Add(new(nameof(input.Products), "tooMany"));
        else if (products.Any(p => p.Length > LongestProduct))
            problems.Add(new(nameof(input.Products), "tooLong"));
        return problems;
    }
}
