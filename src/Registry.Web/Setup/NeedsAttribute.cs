using Microsoft.AspNetCore.Authorization;
using Registry.Access;

namespace Registry.Web.Setup;

/// <summary>A page or call that needs a permission. The writers behind it ask for it again.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    /// <summary>The permission.</summary>
    public Permission Permission => permission;
}
