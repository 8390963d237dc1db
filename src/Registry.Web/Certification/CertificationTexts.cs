namespace Registry.Web.Certification;

/// <summary>Marks the texts of labels, certificates and the desk that keeps them.</summary>
public sealed class CertificationTexts;
