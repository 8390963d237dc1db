using System.Globalization;
using System.Runtime.InteropServices;

namespace Registry.Indices;

/// <summary>The smallest change that makes a factor fine: a target to reach, or a day to wait for.</summary>
/// <param name="Score">Score after the change.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Improvement(double Score, double Target, string Unit, DateOnly? Until = null)
{
    /// <summary>Machine-readable: <c>target:30:mci</c> (two decimals) or <c>until:2028-03-01</c>.</summary>
    public string Text() => Until is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"until:{day:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"target:{Math.Round(Target, 2)}:{Unit}");
}
