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

/// <summary>Applications for labels: by staff for any company, by an entrepreneur for a company that he speaks for.</summary>
public sealed class ApplicationDesk
{
    private const int MostProducts = 500;
    private const int LongestProduct = 300;
    private readonly DeskWork work;

    internal ApplicationDesk(DeskWork work) => this.work = work;

    /// <summary>Files an application. A company has one at a time.</summary>
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
                if (!await MayFileForAsync(db, actor, bin ?? "", cancel))
                    return new DeskOutcome.Denied(Permission.ApplyForLabels);
                if (await MissingOfAsync(db, bin ?? "", input, cancel) is { } missing)
                    return new DeskOutcome.Invalid([missing]);
                if (await db.LabelApplications.AnyAsync(
                    a => a.Bin == bin && (a.State == ApplicationState.Filed || a.State == ApplicationState.Proposed), cancel))
                    return DeskOutcome.Wrong("", "applicationOpen");
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

    /// <summary>Staff give an application back that cannot be proposed as it is; the applicant reads why and may file anew.</summary>
    /// <param name="version">Version that was read.</param>
    public async Task<DeskOutcome> ReturnAsync(Actor actor, Guid id, long version, string reason, CancellationToken cancel)
    {
        if (actor.Require(Permission.ProposeLabelDecisions) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        if (DecisionDesk.ReasonProblem(reason) is { } problem)
            return new DeskOutcome.Invalid([problem]);
        return await work.RunAsync(db => CloseAsync(db, actor, id, version, ApplicationState.Returned, reason.Trim(), cancel), cancel);
    }

    /// <summary>The applicant, or somebody else who speaks for the company, takes an application back that nobody proposed yet.</summary>
    /// <inheritdoc cref="ReturnAsync" path="/param"/>
    public async Task<DeskOutcome> WithdrawAsync(Actor actor, Guid id, long version, CancellationToken cancel)
    {
        if (actor.Require(Permission.ApplyForLabels) is { } refusal)
            return new DeskOutcome.Denied(refusal.Missing);
        return await work.RunAsync(
            async db =>
            {
                var bin = await db.LabelApplications.Where(a => a.Id == id).Select(a => a.Bin).FirstOrDefaultAsync(cancel);
                // Who may not act for the company does not learn whether there is an application either.
                return bin is not null && await MayFileForAsync(db, actor, bin, cancel)
                    ? await CloseAsync(db, actor, id, version, ApplicationState.Withdrawn, null, cancel)
                    : new DeskOutcome.NotFound();
            },
            cancel);
    }

    private async Task<DeskOutcome> CloseAsync(
        RegistryDbContext db, Actor actor, Guid id, long version, ApplicationState next, string? reason, CancellationToken cancel)
    {
        if (await db.LabelApplications.FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } standing)
            return new DeskOutcome.NotFound();
        if (standing.Version != version || standing.State is not ApplicationState.Filed)
            return new DeskOutcome.Stale([new("State", nameof(ApplicationState.Filed), standing.State.ToString(), next.ToString())]);
        (standing.State, standing.Answer) = (next, reason);
        standing.Version++;
        var what = next is ApplicationState.Returned ? "label.applicationReturned" : "label.applicationWithdrawn";
        work.Trace(db, actor, new AuditNote(what, $"application:{id}") { After = new { standing.State }, Reason = reason });
        return new DeskOutcome.Done(id.ToString());
    }

    private static async Task<bool> MayFileForAsync(RegistryDbContext db, Actor actor, string bin, CancellationToken cancel) =>
        actor.May(Permission.ProposeLabelDecisions) || await CompanyClaims.SpeaksForAsync(db, actor, bin, cancel);

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
