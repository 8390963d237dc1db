namespace Registry.Web.Setup;

/// <summary>What a visitor sees in the moment before the database is ready: one self-contained page that asks again by itself.</summary>
internal static class StartingPage
{
    private const string Html =
        """
        <!DOCTYPE html>
        <html lang="ru">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta http-equiv="refresh" content="2">
          <title>Реестр бизнес-партнеров</title>
          <style>body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1rem; color-scheme: light dark }</style>
        </head>
        <body>
          <main>
            <h1>Реестр бизнес-партнеров</h1>
            <p>Реестр запускается, страница откроется сама.</p>
            <p lang="kk">Тізілім іске қосылуда, бет өзі ашылады.</p>
            <p lang="en">The register is starting; this page will open by itself.</p>
          </main>
        </body>
        </html>
        """;

    public static Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Html, context.RequestAborted);
    }
}
