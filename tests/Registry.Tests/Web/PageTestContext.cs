using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Registry.Companies;
using Registry.Indices;

namespace Registry.Tests.Web;

/// <summary>Components in one language, with the real texts.</summary>
public abstract class PageTestContext : BunitContext
{
    protected static readonly DateOnly Today = new(2026, 11, 23);

    protected PageTestContext(string language = "ru")
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Services.AddLocalization();
    }

    protected static Factor Factor(string id, FactorState state, double weight, double? score = null, double? contribution = null, double? value = null, string? note = null) => new()
    {
        Id = id,
        Owner = "kgd",
        State = state,
        Weight = weight,
        Score = score,
        Contribution = contribution,
        Value = value,
        Unit = "percent",
        Reference = new Reference("peerMedian", 3.4, "41/75/160", 412),
        Source = "kgd-tax-burden",
        AsOf = new DateOnly(2026, 11, 1),
        Note = note,
    };

    protected static IndexResult Rated(double value, string band) => new()
    {
        Id = IndexId.TaxpayerIntegrity,
        State = IndexState.Rated,
        Value = value,
        Band = band,
        Raw = value,
        CapAdjustment = 0,
        Range = new IndexRange(76, 86),
        Coverage = 90,
        Caps = [],
        Preliminary = [],
        Factors = [],
        WhatWouldChange = [],
        Methodology = "2026.1",
        AsOf = Today,
        PeerMedian = 71,
    };

    protected static HistoryPoint Point(int monthsAgo, double? value) =>
        new(IndexId.TaxpayerIntegrity, Today.AddMonths(-monthsAgo), value is null ? IndexState.InsufficientData : IndexState.Rated, value, null, "2026.1");
}
