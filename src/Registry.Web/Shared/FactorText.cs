using System.Globalization;
using Microsoft.Extensions.Localization;
using Registry.Indices;

namespace Registry.Web.Shared;

/// <summary>Factors in words of the page's language.</summary>
public static class FactorText
{
    private const double WholeUnits = 100;
    private const string PaymentDays = "P1";

    /// <summary>Quantities that differ less are the same: sums of fractions must not add a digit.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Factors whose ratio a person reads as percent.</summary>
    private static readonly HashSet<string> ReadAsPercent = new(["T6", "F4", "F5", "F6", "F7", "F10", "F11"], StringComparer.Ordinal);

    /// <summary>Name of a factor.</summary>
    public static string Name(this IStringLocalizer<SharedTexts> texts, Factor factor) => texts.Of("Factor", factor.Id);

    /// <summary>The value used with its unit, or null where it is not known or not shown.</summary>
    public static string? Value(this IStringLocalizer<SharedTexts> texts, Factor factor)
    {
        if (factor.Value is not { } value)
            return null;
        if (!string.Equals(factor.Id, PaymentDays, StringComparison.Ordinal))
            return texts.Quantity(value, factor.Unit, factor.Id);
        var days = Math.Round(value);
        var lateness = days switch
        {
            > 0 => texts["DaysLate", texts.Counted("Days", (long)days)],
            < 0 => texts["DaysEarly", texts.Counted("Days", (long)-days)],
            _ => texts["InTime"],
        };
        return $"{lateness.Value} · {texts["Paydex", Format.Number(Paydex.Of(value, Registry.Indices.Methodology.Current))].Value}";
    }

    /// <summary>What the value was compared with, and in how large a group.</summary>
    public static string? Reference(this IStringLocalizer<SharedTexts> texts, Factor factor)
    {
        if (factor.Reference is not { } reference)
            return null;
        var value = reference.Value is { } v ? texts.Quantity(v, factor.Unit, factor.Id) : "";
        var text = string.Format(CultureInfo.InvariantCulture, texts.Of("Reference", reference.Kind), value).TrimEnd();
        return reference.Size is { } size ? $"{text} · {texts.Counted(SizeNoun(reference), size)}" : text;
    }

    /// <summary>The remark of a factor: why it was not checked, or what has to be known beside it.</summary>
    public static string? Note(this IStringLocalizer<SharedTexts> texts, Factor factor) =>
        factor.Note is { } note ? texts.Of("Note", note) : factor.State is FactorState.NotChecked ? texts["Note.noData"].Value : null;

    /// <summary>One reason in plain words with its number.</summary>
    public static string Reason(this IStringLocalizer<SharedTexts> texts, Factor factor)
    {
        var pattern = Patterns(factor).Select(texts.Find).FirstOrDefault(p => p is not null);
        var value = ReasonValue(texts, factor);
        if (pattern is null || (value is null && pattern.Contains("{0}", StringComparison.Ordinal)))
            return value is null ? texts.Name(factor) : $"{texts.Name(factor)}: {value}";
        var reference = factor.Reference?.Value is { } r ? texts.Quantity(r, factor.Unit, factor.Id) : "—";
        var day = factor.AsOf is { } asOf ? Format.Date(asOf) : "";
        return string.Format(CultureInfo.InvariantCulture, pattern, value, reference, day);
    }

    /// <summary>The change that would raise the index, from its machine-readable form.</summary>
    public static string Change(this IStringLocalizer<SharedTexts> texts, WhatWouldChange change, double? now)
    {
        var parts = change.Change.Split(':');
        return parts switch
        {
            ["target", var number, var unit] when double.TryParse(number, CultureInfo.InvariantCulture, out var target) =>
                texts[target < now ? "ChangeDown" : "ChangeUp", texts.Quantity(Enough(target, target < now, unit), unit, change.Factor)],
            ["until", var day] when DateOnly.TryParse(day, CultureInfo.InvariantCulture, out var until) => texts["ChangeUntil", Format.Date(until)],
            _ => texts["ChangeCapLifted"],
        };
    }

    /// <summary>A quantity with its unit, as a person reads it for that factor.</summary>
    public static string Quantity(this IStringLocalizer<SharedTexts> texts, double value, string? unit, string factor) => unit switch
    {
        "ratio" when ReadAsPercent.Contains(factor) => Format.Percent(value * WholeUnits, 0),
        "kzt" => Format.ShortMoney(value),
        "mci" => string.Format(CultureInfo.InvariantCulture, texts["Unit.mci"].Value, Format.Number(value, Math.Abs(value) < WholeUnits ? 1 : 0)),
        "percent" => Format.Percent(value),
        "days" => texts.Counted("Days", (long)Math.Round(value)),
        "count" => Format.Number(value),
        _ => Format.Number(value, 2),
    };

    /// <summary>The target rounded to the decimals in which it is shown, away from the present value: what is read must be enough.</summary>
    private static double Enough(double target, bool down, string unit)
    {
        var scale = unit switch
        {
            "days" => 1,
            "percent" => 10,
            "mci" => Math.Abs(target) < WholeUnits ? 10 : 1,
            _ => WholeUnits,
        };
        return (down ? Math.Floor((target * scale) + Rounding) : Math.Ceiling((target * scale) - Rounding)) / scale;
    }

    private static IEnumerable<string> Patterns(Factor factor)
    {
        if (factor.Value is { } value)
        {
            yield return $"Reason.{factor.Id}.{(Math.Round(value, 1) == 0 ? "Zero" : value > 0 ? "Late" : "Early")}";
        }
        yield return $"Reason.{factor.Id}.{factor.State}";
    }

    private static string? ReasonValue(IStringLocalizer<SharedTexts> texts, Factor factor) =>
        string.Equals(factor.Id, PaymentDays, StringComparison.Ordinal) && factor.Value is { } days
            ? texts.Counted("Days", (long)Math.Round(Math.Abs(days)))
            : texts.Value(factor);

    private static string SizeNoun(Reference reference) => reference.Kind switch
    {
        "ownHistory" => "Years",
        "threshold" => "Contracts",
        _ => "Companies",
    };
}
