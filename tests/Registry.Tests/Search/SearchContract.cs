using Registry.Search;

namespace Registry.Tests.Search;

/// <summary>An engine behind <see cref="ICompanySearch"/> with invented companies.</summary>
public abstract class SearchContract
{
    protected static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>An empty index of its own for one test.</summary>
    protected abstract ICompanySearch Engine { get; }

    protected async Task Index()
    {
        await Engine.IndexAsync([.. SearchCompanies.Some], Never);
        await Engine.RefreshAsync(Never);
    }

    protected Task<CompanyPage> Find(string text) => Engine.FindAsync(new CompanyQuery { Text = text }, Never);

    protected static List<CompanyDocument> Many(int count, string? name = null) =>
        [.. Enumerable.Range(0, count).Select(i => SearchCompanies.Of($"2001400{i:00000}", name ?? $"ТОО \"Жетісу {i % 7}\"") with
        {
            RegisteredOn = i % 3 == 0 ? null : new DateOnly(2000, 1, 1).AddDays(i % 11),
        })];
}
