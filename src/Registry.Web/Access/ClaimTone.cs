using Registry.Access;

namespace Registry.Web.Access;

/// <summary>Tone of the chip that a claim's state is written in.</summary>
internal static class ClaimTone
{
    public static string Of(ClaimState state) => state switch
    {
        ClaimState.Approved => "fine",
        ClaimState.Asked => "warning",
        ClaimState.Refused => "stop",
        _ => "plain",
    };
}
