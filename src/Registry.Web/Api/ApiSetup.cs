using Microsoft.AspNetCore.OpenApi;
using Registry.Setup;
using Registry.Web.Api.Reconcile;
using Registry.Web.Setup;
using Scalar.AspNetCore;

namespace Registry.Web.Api;

/// <summary>The public API under <c>/api/v1</c>, its description at <c>/openapi/v1.json</c> and its page at <c>/api</c>.</summary>
public static class ApiSetup
{
    private const string Version = "v1";

    /// <summary>Registers what the API needs.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => RegistryJson.Apply(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddSingleton<RateLimit>();
        services.AddReconcile();
        services.AddOpenApi(Version, Describe);
        return services;
    }

    /// <summary>Maps the API, its description and its page.</summary>
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapCompanies();
        api.MapChecks();
        api.MapMethodology();
        api.MapLabels();
        app.MapReconcile();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/api", (options, http) => options
            .WithTitle("Register of Business Partners — API")
            .WithOpenApiRoutePattern("/openapi/{documentName}.json")
            .DisableDefaultFonts()
            .HideDeveloperTools()
            .HideClientButton()
            .DisableAgent()
            .DisableMcp()
            .DisableTelemetry()
            .WithNonce(http.RequestServices.GetRequiredService<CspNonce>().Value));
    }

    private static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Register of Business Partners of Kazakhstan";
            document.Info.Description =
                "Entities, their indices and certificates, and checks of counterparties. Results are advisory. "
                + "Errors are problem details (RFC 9457); everything readable carries an ETag.";
            // The document is the same on every host.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(DateTimeOffset))
            {
                schema.Type = Microsoft.OpenApi.JsonSchemaType.String;
                schema.Format = "date-time";
            }
            return Task.CompletedTask;
        });
    }
}
