namespace Registry.Web.Shared;

/// <summary>
/// Marks the texts that more than one feature uses: indices, factors, sources, states, codes. Keys are
/// <c>Kind.id</c>, e.g. <c>Factor.T1</c>, <c>Source.kgd-pseudo</c>.
/// </summary>
public sealed class SharedTexts;
