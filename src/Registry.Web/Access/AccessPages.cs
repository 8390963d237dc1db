namespace Registry.Web.Access;

/// <summary>Registers what the pages of signing in need.</summary>
public static class AccessPages
{
    /// <summary>Adds the sign-in desk and its limit.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services) =>
        services.AddSingleton<LoginLimit>().AddScoped<SignInDesk>();
}
