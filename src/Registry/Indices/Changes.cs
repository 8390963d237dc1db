using System.Globalization;

namespace Registry.Indices;

/// <summary>Machine-readable changes for <see cref="WhatWouldChange"/>.</summary>
internal static class Changes
{
    /// <summary>The factor's value reaches a target, rounded to two decimals.</summary>
    public static string Target(double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"target:{Math.Round(value, 2)}:{unit}");

    /// <summary>Nothing but time: on this day the fact falls out of its window.</summary>
    public static string Until(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"until:{day:yyyy-MM-dd}");

    /// <summary>A cap's reason is gone.</summary>
    public const string CapLifted = "capLifted";
}
