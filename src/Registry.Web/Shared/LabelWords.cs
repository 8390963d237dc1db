using Microsoft.Extensions.Localization;
using Registry.Certification;

namespace Registry.Web.Shared;

/// <summary>What a label's state and reasons are in words, the same on every page.</summary>
public static class LabelWords
{
    /// <summary>A condition that is not met, with the stop it names.</summary>
    public static string Says(this IStringLocalizer<SharedTexts> texts, LabelReason reason)
    {
        var words = texts.Of("LabelReason", reason.Id);
        return reason switch
        {
            { Id: LabelReasons.StopFactor, Detail: { } stop } => $"{words}: {texts.Of("Stop", stop)}",
            { Id: LabelReasons.Revoked or LabelReasons.UnderReview, Detail: { } why } => $"{words}: {why}",
            _ => words,
        };
    }
}
