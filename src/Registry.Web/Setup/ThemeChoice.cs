namespace Registry.Web.Setup;

/// <summary>The visitor's choice between light and dark; without one the system's preference holds.</summary>
public static class ThemeChoice
{
    public const string Light = "light";
    public const string Dark = "dark";
    public const string Cookie = "theme";

    /// <summary>The choice made, or null.</summary>
    public static string? Of(HttpContext http) => Valid(http.Request.Cookies[Cookie]);

    /// <summary>The value if it is a theme, else null.</summary>
    public static string? Valid(string? value) => value is Light or Dark ? value : null;
}
