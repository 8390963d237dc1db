using Registry.Companies;
using Registry.Facts;
using Registry.Sources.Tables;

namespace Registry.Sources.Identity;

/// <summary>Changes of legal status: <c>bin,since,status,reason</c>.</summary>
public sealed class CompanyStatusSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "company-status";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "since", "status"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format) => row.Result(new StatusChange
    {
        Source = Id,
        Bin = row.Entity("bin"),
        Since = row.Date("since"),
        Status = row.OneOf<CompanyStatus>("status"),
        Reason = row.Text("reason"),
    });
}

/// <summary>English and former names: <c>bin,language,from,name,to</c>.</summary>
public sealed class CompanyNamesSource : TableSource
{
    /// <inheritdoc/>
    public override string Id => "company-names";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Required => ["bin", "language", "from", "name", "to"];

    /// <inheritdoc/>
    protected override ParsedRow Read(TableRow row, TableFormat format)
    {
        var language = row.RequiredText("language").ToLowerInvariant();
        if (language is not ("" or "ru" or "kk" or "en"))
            row.Fail("language", "notOneOf");
        var name = new CompanyName
        {
            Source = Id,
            Bin = row.Entity("bin"),
            Language = language,
            From = row.Date("from"),
            Name = row.RequiredText("name"),
            To = row.OptionalDate("to"),
        };
        row.InOrder("from", name.From, "to", name.To);
        return row.Result(name);
    }
}
