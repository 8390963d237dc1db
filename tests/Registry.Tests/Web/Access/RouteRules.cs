using Registry.Access;

namespace Registry.Tests.Web.Access;

/// <summary>Who may ask for a route.</summary>
/// <param name="Roles">Roles that are let in; empty: everybody, signed in or not.</param>
/// <param name="Sample">The address to try; null: the route's own.</param>
internal sealed record RouteRule(IReadOnlyCollection<Role> Roles, string? Sample = null)
{
    /// <summary>Guests too.</summary>
    public static RouteRule Everybody(string? sample = null) => new([], sample);

    /// <summary>Whoever signed in.</summary>
    public static RouteRule SignedIn() => new([.. Enum.GetValues<Role>().Where(r => r != Role.Guest)]);

    /// <summary>Exactly these.</summary>
    public static RouteRule Only(params Role[] roles) => new(roles);

    /// <summary>Whether somebody with this role, or a guest, is let in.</summary>
    public bool Lets(Role role) => Roles.Count == 0 || Roles.Contains(role);
}

/// <summary>The rule of every route, by method and pattern. A new route needs a new line here; the roles are written out, not taken from the code.</summary>
internal static class RouteRules
{
    private const string Company = "990140000384";
    private const string SomeId = "4f8a3c52-0000-4000-8000-000000000000";

    private static readonly RouteRule Certification =
        RouteRule.Only(Role.CertificationStaff, Role.CertificationApprover, Role.Administrator, Role.Auditor);

    public static IReadOnlyDictionary<string, RouteRule> All { get; } = new Dictionary<string, RouteRule>
    {
        ["PAGE /"] = RouteRule.Everybody(),
        ["PAGE /companies/{Bin}"] = RouteRule.Everybody($"/companies/{Company}"),
        ["PAGE /checks/{Id:guid}"] = RouteRule.Everybody($"/checks/{SomeId}"),
        ["PAGE /methodology"] = RouteRule.Everybody(),
        ["PAGE /not-found"] = RouteRule.Everybody(),
        ["PAGE /error"] = RouteRule.Everybody(),
        ["PAGE /login"] = RouteRule.Everybody(),
        ["PAGE /login/second-factor"] = RouteRule.Everybody(),
        ["PAGE /denied"] = RouteRule.Everybody(),
        ["PAGE /account"] = RouteRule.SignedIn(),
        ["PAGE /account/password"] = RouteRule.SignedIn(),
        ["PAGE /account/second-factor"] = RouteRule.SignedIn(),
        ["PAGE /account/companies/{Bin}"] = RouteRule.Only(Role.Entrepreneur) with { Sample = $"/account/companies/{Company}" },
        ["PAGE /staff/users"] = RouteRule.Only(Role.Administrator, Role.Auditor),
        ["PAGE /staff/audit"] = RouteRule.Only(Role.Administrator, Role.Auditor),
        ["PAGE /staff/iin"] = RouteRule.Only(
            Role.ProcurementOfficer, Role.CertificationStaff, Role.CertificationApprover, Role.Moderator, Role.Auditor),
        ["GET /staff/audit.csv"] = RouteRule.Only(Role.Administrator, Role.Auditor),
        ["PAGE /verify"] = RouteRule.Everybody(),
        ["PAGE /verify/{Code}"] = RouteRule.Everybody("/verify/KZ-CW-00417-L"),
        ["PAGE /labels"] = RouteRule.Everybody(),
        ["PAGE /labels/decisions"] = RouteRule.Everybody(),
        ["PAGE /staff/certificates"] = Certification,
        ["PAGE /staff/labels"] = Certification,
        ["PAGE /staff/decisions"] = Certification,
        ["GET /staff/attachments/{id:guid}"] = Certification with { Sample = $"/staff/attachments/{SomeId}" },
        ["GET /badge/{number}.svg"] = RouteRule.Everybody("/badge/KZ-CW-00417-L.svg"),
        ["GET /qr/{number}.svg"] = RouteRule.Everybody("/qr/KZ-CW-00417-L.svg"),
        ["GET /qr/{number}.png"] = RouteRule.Everybody("/qr/KZ-CW-00417-L.png"),
        ["GET /.well-known/jwks.json"] = RouteRule.Everybody(),
        ["GET /api/v1/labels"] = RouteRule.Everybody(),
        ["GET /api/v1/labels/{number}"] = RouteRule.Everybody("/api/v1/labels/KZ-CW-00417-L"),
        ["GET /api/v1/labels/{number}/statement"] = RouteRule.Everybody("/api/v1/labels/KZ-CW-00417-L/statement"),
        ["GET /api/v1/certificates"] = RouteRule.Everybody(),
        ["GET /api/v1/decisions"] = RouteRule.Everybody(),
        ["POST /preferences/language"] = RouteRule.Everybody(),
        ["POST /preferences/theme"] = RouteRule.Everybody(),
        ["GET /health/live"] = RouteRule.Everybody(),
        ["GET /health/ready"] = RouteRule.Everybody(),
        ["GET /metrics"] = RouteRule.Everybody(),
        ["GET /openapi/{documentName}.json"] = RouteRule.Everybody("/openapi/v1.json"),
        ["GET /api/{documentName?}"] = RouteRule.Everybody("/api"),
        ["GET /api/scalar.js"] = RouteRule.Everybody(),
        ["GET /api/scalar.aspnetcore.js"] = RouteRule.Everybody(),
        ["GET /api/favicon.svg"] = RouteRule.Everybody(),
        ["GET /api/v1/companies"] = RouteRule.Everybody(),
        ["GET /api/v1/companies/suggest"] = RouteRule.Everybody("/api/v1/companies/suggest?q=алатау"),
        ["GET /api/v1/companies/{bin}"] = RouteRule.Everybody($"/api/v1/companies/{Company}"),
        ["GET /api/v1/companies/{bin}/indices"] = RouteRule.Everybody($"/api/v1/companies/{Company}/indices"),
        ["GET /api/v1/companies/{bin}/owners"] = RouteRule.Everybody($"/api/v1/companies/{Company}/owners"),
        ["GET /api/v1/companies/{bin}/history"] = RouteRule.Everybody($"/api/v1/companies/{Company}/history"),
        ["GET /api/v1/companies/{bin}/certificates"] = RouteRule.Everybody($"/api/v1/companies/{Company}/certificates"),
        ["GET /api/v1/companies/{bin}/facts"] = RouteRule.Everybody($"/api/v1/companies/{Company}/facts"),
        ["GET /reconcile"] = RouteRule.Everybody(),
        ["POST /reconcile"] = RouteRule.Everybody(),
        ["GET /reconcile/suggest/{what}"] = RouteRule.Everybody("/reconcile/suggest/entity?prefix=a"),
        ["GET /reconcile/flyout/{what}"] = RouteRule.Everybody($"/reconcile/flyout/entity?id={Company}"),
        ["GET /reconcile/properties"] = RouteRule.Everybody("/reconcile/properties?type=Company"),
        ["GET /reconcile/preview"] = RouteRule.Everybody($"/reconcile/preview?id={Company}"),
        ["POST /api/v1/companies/lookup"] = RouteRule.Everybody(),
        ["POST /api/v1/checks"] = RouteRule.Only(
            Role.Entrepreneur, Role.ProcurementOfficer, Role.CertificationStaff, Role.CertificationApprover, Role.Moderator, Role.Administrator),
        ["GET /api/v1/checks/verify/{code}"] = RouteRule.Everybody("/api/v1/checks/verify/KZ-DD-2222-2222"),
        ["GET /api/v1/checks/{id}"] = RouteRule.Everybody($"/api/v1/checks/{SomeId}"),
        ["GET /api/v1/checks/{id}.json"] = RouteRule.Everybody($"/api/v1/checks/{SomeId}.json"),
        ["GET /api/v1/methodology/{version}"] = RouteRule.Everybody("/api/v1/methodology/2026.1"),
    };
}
