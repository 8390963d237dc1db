using System.Globalization;
using System.Runtime.InteropServices;

namespace Registry.Indices;

/// <summary>The smallest change that makes a factor fine: a target to reach, or a day to wait for.</summary>
/// <param name="Score">Score after the change.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Improvement(double Score, double Target, string Unit, DateOnly? Until = null)
{
    /// <summary>Decimals of a target: a promise is kept when the target is reached as it is written.</summary>
    private const double Decimals = 1e4;

    /// <summary>Targets that differ less are the same: sums of fractions must not add a digit.</summary>
    private const double Rounding = 1e-6;

    /// <summary>
    /// Machine-readable: <c>target:30:mci</c> (at most four decimals, rounded away from <paramref name="now"/>, so that what is
    /// written is enough) or <c>until:2028-03-01</c>.
    /// </summary>
    /// <param name="now">The factor's value.</param>
    public string Text(double? now)
    {
        if (Until is { } day)
            return string.Create(CultureInfo.InvariantCulture, $"until:{day:yyyy-MM-dd}");
        var enough = Target < now ? Math.Floor((Target * Decimals) + Rounding) : Math.Ceiling((Target * Decimals) - Rounding);
        return string.Create(CultureInfo.InvariantCulture, $"target:{enough / Decimals}:{Unit}");
    }
}
