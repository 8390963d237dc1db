FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# Restore by itself, so that a changed source file does not fetch the packages again.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/Registry/Registry.csproj src/Registry/packages.lock.json src/Registry/
COPY src/Registry.Web/Registry.Web.csproj src/Registry.Web/packages.lock.json src/Registry.Web/
COPY src/Registry.Cli/Registry.Cli.csproj src/Registry.Cli/packages.lock.json src/Registry.Cli/
RUN dotnet restore src/Registry.Web --locked-mode && dotnet restore src/Registry.Cli --locked-mode
COPY src src
COPY seed/demo seed/demo
RUN dotnet publish src/Registry.Web -c Release --no-restore -o /published/web \
 && dotnet publish src/Registry.Cli -c Release --no-restore -o /published/cli

# This image is not one of the "chiseled" ones: it has ICU, which the three languages need, and a shell for the health check.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /published/web ./
COPY --from=build /published/cli /opt/registry-cli/
RUN printf '#!/bin/sh\nexec dotnet /opt/registry-cli/Registry.Cli.dll "$@"\n' > /usr/local/bin/registry \
 && chmod +x /usr/local/bin/registry \
 && mkdir /data && chown "$APP_UID" /data
ENV Registry__DataDirectory=/data
VOLUME /data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "Registry.Web.dll"]
