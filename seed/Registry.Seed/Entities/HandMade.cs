namespace Registry.Seed.Entities;

/// <summary>A company with its own story, for demonstrations and pictures.</summary>
/// <param name="Number">BIN.</param>
/// <param name="Names">Names.</param>
/// <param name="RegisteredOn">Day of registration.</param>
/// <param name="Oked">Main activity.</param>
/// <param name="Kato">Settlement.</param>
/// <param name="Krp">Size class.</param>
/// <param name="Health">How it does.</param>
internal sealed record HandMade(string Number, Names Names, DateOnly RegisteredOn, string Oked, string Kato, string Krp, Health Health)
{
    /// <summary>Id of the list on which it stands, or null.</summary>
    public string? ListedOn { get; init; }

    /// <summary>Its status, other than active, or null.</summary>
    public string? Status { get; init; }

    /// <summary>Standard and state of its certificate, or null.</summary>
    public (string Standard, string State)? Certificate { get; init; }

    /// <summary>What is to become of the label that rests on the certificate.</summary>
    public LabelStory Label { get; init; }

    /// <summary>Whether it is a body that certifies others.</summary>
    public bool Certifies { get; init; }
}
