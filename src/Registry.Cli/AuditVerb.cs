using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Registry.Access;
using Registry.Audit;

namespace Registry.Cli;

/// <summary><c>registry audit verify</c> walks the whole trace; <c>registry audit erase</c> erases personal values beside it.</summary>
internal static class AuditVerb
{
    private static readonly Option<AuditHead?> Noted = new("--head")
    {
        Description = "A head noted earlier (from this verb or the host's log) that must still stand in the chain.",
        HelpName = "POSITION:HASH",
        CustomParser = ParseHead,
    };

    private static readonly Argument<Guid> Entry = new("entry") { Description = "Id of the entry." };

    private static readonly Option<string[]> Fields = new("--field")
    {
        Description = "Value to erase, e.g. actor or before.email; all unless told.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Reason = new("--reason") { Description = "The request and its ground in law.", Required = true };

    public static Command Command(SessionFactory sessions)
    {
        var verify = new Command("verify", "Walks the whole trace; names the first broken link.") { Noted };
        verify.SetAction((parsed, cancel) => sessions.RunAsync(parsed, session => VerifyAsync(session, parsed.GetValue(Noted), cancel), cancel));
        var erase = new Command("erase", "Erases values of an entry on a lawful request; the chain stays whole.") { Entry, Fields, Reason };
        erase.SetAction((parsed, cancel) => sessions.RunAsync(parsed, session => EraseAsync(session, parsed, cancel), cancel));
        return new Command("audit", "The trace.") { verify, erase };
    }

    private static async Task<int> VerifyAsync(Session session, AuditHead? noted, CancellationToken cancel)
    {
        var verdict = await session.Output.WithProgressAsync(
            "audit", bar => session.Get<AuditVerification>().RunAsync(noted, new Links(bar), cancel));
        session.Output.Result(new { intact = verdict.Broken is null, verdict.Links, verdict.Head, verdict.Broken }, text =>
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdict.Links:N0} links hold, head {verdict.Head?.ToString() ?? "none"}"));
            if (verdict.Broken is { } broken)
                text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"broken at {broken.Position}: {broken.Reason} {broken.Field} (entry {broken.Entry})"));
        });
        return verdict.Broken is null ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static async Task<int> EraseAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        var outcome = await session.Get<AuditErasure>().EraseAsync(
            Actor.System, parsed.GetValue(Entry), parsed.GetValue(Fields) ?? [], parsed.GetRequiredValue(Reason), cancel);
        if (outcome is not ErasureOutcome.Erased erased)
            return session.Output.Fail(ExitCode.WrongUse, "notErased", "There is no such entry or value, it tells of an erasure, or the reason is empty.");
        session.Output.Result(new { erased = erased.Fields }, text => text.WriteLine("Erased: " + string.Join(", ", erased.Fields)));
        return ExitCode.Done;
    }

    private static AuditHead? ParseHead(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (AuditHead.TryParse(text, out var head))
            return head;
        result.AddError($"'{text}' is not a head such as 42:9f86….");
        return null;
    }

    /// <summary>Shows the position reached.</summary>
    private sealed class Links(IProgress<Progress> bar) : IProgress<long>
    {
        public void Report(long value) => bar.Report(new Progress(string.Create(CultureInfo.InvariantCulture, $"{value:N0} links"), null));
    }
}
