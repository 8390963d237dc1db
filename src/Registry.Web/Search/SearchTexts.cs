namespace Registry.Web.Search;

/// <summary>Marks the texts of the search.</summary>
public sealed class SearchTexts;
