using System.Globalization;
using Microsoft.AspNetCore.Components;
using Registry.Certification;
using Registry.Web.Shared;

namespace Registry.Web.Certification;

/// <summary>A label in one glance: mark, one sentence, since and until; not valid = the mark in grey, the sentence in red.</summary>
public sealed partial class VerifiedLabel
{
    private static readonly TimeSpan Kazakhstan = TimeSpan.FromHours(5);
    private EntityNames names = new("", [], null);

    /// <summary>The label as it stands.</summary>
    [Parameter, EditorRequired]
    public LabelView Label { get; set; } = null!;

    /// <summary>The business instant of the answer.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>Address of the register for the snippet.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private bool IsValid => Label.State is LabelState.Valid;

    private DateOnly Day => DateOnly.FromDateTime(Now.ToOffset(Kazakhstan).Date);

    private string Time => Now.ToOffset(Kazakhstan).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The reasons that make the state; what else is unmet stands behind them.</summary>
    private IEnumerable<LabelReason> Shown => Label.State is LabelState.Revoked or LabelState.Expired ? Label.Reasons.Take(1) : Label.Reasons;

    /// <summary>Last day on which the mark might be shown: the day before the present state began, or the end of the term.</summary>
    private DateOnly LastDay =>
        !IsValid && Label.Since > Label.GrantedOn && Label.Since.Value.AddDays(-1) < Label.Until ? Label.Since.Value.AddDays(-1) : Label.Until ?? Label.AsOf;

    private string Snippet =>
        $"<a href=\"{Address}/verify/{Label.Number}\"><img src=\"{Address}/badge/{Label.Number}.svg?lang={Language}\" width=\"200\" height=\"48\" alt=\"{T["CleanWave"]}, {Label.Number}\"></a>";

    /// <inheritdoc/>
    protected override void OnParametersSet() => names = EntityNames.Of(Label.Bin, Label.NameRu, Label.NameKk, Label.NameEn);

    private string? Audit(LabelBasis basis) => (basis.LastAuditOn, basis.NextAuditBy) switch
    {
        ({ } held, { } due) => $"{L["AuditHeld", Format.Date(held)]}, {L["AuditNext", Format.Date(due)]}",
        ({ } held, null) => L["AuditHeld", Format.Date(held)],
        (null, { } due) => L["AuditDue", Format.Date(due)],
        _ => null,
    };
}
