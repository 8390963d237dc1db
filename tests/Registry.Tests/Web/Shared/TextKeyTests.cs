using System.Globalization;
using System.Resources;
using Registry.Certification;
using Registry.Companies;
using Registry.DueDiligence;
using Registry.Facts;
using Registry.Indices;
using Registry.Search;
using Registry.Sources;
using Registry.Web.Checks;
using Registry.Web.Search;
using Registry.Web.Shared;
using Xunit;

namespace Registry.Tests.Web.Shared;

/// <summary>Every code that a page may meet has its words.</summary>
public sealed class TextKeyTests
{
    private static readonly Registry.Indices.Methodology Rules = Registry.Indices.Methodology.Current;
    private static readonly string[] Stops =
        ["liquidated", "bankrupt", "pseudoEnterprise", "registrationInvalid", "corruptionOffender", "sanctions", "badFaithSupplier", "inactive"];

    [Fact]
    public void Every_factor_cap_source_and_owner_has_a_text()
    {
        var factors = Rules.Indices.Values.SelectMany(i => i.Factors).Select(f => f.Id).ToList();

        All<SharedTexts>("Factor", factors);
        All<SharedTexts>("Cap", Rules.Indices.Values.SelectMany(i => i.Caps).Select(c => c.Id));
        All<SharedTexts>("Source", SourceCatalog.All.Select(s => s.Source));
        All<SharedTexts>("SourceShort", SourceCatalog.All.Select(s => s.Source));
        All<SharedTexts>("Owner", SourceCatalog.All.Select(s => s.Owner));
        All<Registry.Web.Methodology.MethodologyTexts>("Score", factors);
    }

    [Fact]
    public void Every_state_has_a_text()
    {
        All<SharedTexts>("Index", Enum.GetNames<IndexId>());
        All<SharedTexts>("IndexShort", Enum.GetNames<IndexId>());
        All<SharedTexts>("IndexState", Enum.GetNames<IndexState>());
        All<SharedTexts>("Why", Enum.GetNames<IndexState>());
        All<SharedTexts>("FactorState", Enum.GetNames<FactorState>());
        All<SharedTexts>("Sign", Enum.GetNames<CheckSignKind>());
        All<SharedTexts>("Status", Enum.GetNames<CompanyStatus>());
        All<SharedTexts>("CertificateState", Enum.GetNames<CertificateState>());
        All<SharedTexts>("Purpose", Enum.GetNames<CheckPurpose>());
        All<SharedTexts>("Verdict", Enum.GetNames<Verdict>());
        All<SharedTexts>("Stop", Stops);
        All<SearchTexts>("Facet", Facets.All);
        All<SearchTexts>("Sort", Enum.GetNames<CompanySort>());
        All<CheckTexts>("VerdictMeaning", Enum.GetNames<Verdict>());
        All<Registry.Web.Methodology.MethodologyTexts>("VerdictRule", Enum.GetNames<Verdict>());
    }

    [Fact]
    public void Every_check_its_section_and_its_remark_have_a_text()
    {
        var context = new ScoringContext(new DateOnly(2026, 11, 23), Rules, new PeerBook([]), new SourceCalendar(new DateOnly(2026, 11, 23), new Dictionary<string, DateOnly>()));
        var nobody = new EntityFacts { Bin = "150340012347" };
        var indices = IndexCalculator.Compute(nobody, context);
        var items = CheckCatalogue.Run(new CheckInput(nobody, indices, context, CheckPurpose.Procurement, true)).Items;

        All<CheckTexts>("Check", items.Select(i => i.Id));
        All<CheckTexts>("Section", CheckSections.All);
        All<SharedTexts>("SourceShort", items.Select(i => i.Source).OfType<string>());
        All<SharedTexts>("Note", items.Select(i => i.Note).Concat(indices.SelectMany(i => i.Factors).Select(f => f.Note)).OfType<string>());
    }

    private static void All<TTexts>(string kind, IEnumerable<string> codes)
    {
        var texts = new ResourceManager(typeof(TTexts).FullName!, typeof(TTexts).Assembly);
        var missing = codes.Distinct(StringComparer.Ordinal)
            .Where(code => string.IsNullOrEmpty(texts.GetString($"{kind}.{code}", CultureInfo.GetCultureInfo("ru"))))
            .ToList();

        Assert.True(missing.Count == 0, $"{typeof(TTexts).Name} lacks {kind}.: {string.Join(", ", missing)}");
    }
}
