# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
# Project files first: the restore is kept until one of them changes.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY MediSecure.Data/MediSecure.Data.csproj MediSecure.Data/
COPY MediSecure.Web/MediSecure.Web.csproj MediSecure.Web/
RUN dotnet restore MediSecure.Web/MediSecure.Web.csproj
COPY MediSecure.Data/ MediSecure.Data/
COPY MediSecure.Web/ MediSecure.Web/
RUN dotnet publish MediSecure.Web/MediSecure.Web.csproj -c Release -o /app --no-restore

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_URLS=http://+:8080 \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080
# The image's own user "app"; nothing in /app is writable for it.
USER 1654:1654
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["dotnet", "MediSecure.Web.dll", "check-health"]
ENTRYPOINT ["dotnet", "MediSecure.Web.dll"]
