using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>A call that reached the fake connector.</summary>
/// <param name="Segments">The path behind <c>v3</c>, decoded.</param>
internal sealed record ConnectorRequest(string Method, string[] Segments)
{
    public required string Host { get; init; }

    /// <summary>The path before <c>v3</c>: the service URL's.</summary>
    public string Base { get; init; } = "";

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The token; null without one.</summary>
    public string? Token { get; init; }

    public string Body { get; init; } = "";

    public JsonNode? Json => Body.Length == 0 ? null : JsonNode.Parse(Body);

    /// <summary>Whether it makes something that people see.</summary>
    public bool IsCreate => Method == "POST" && Segments is ["conversations", _, "activities", ..] or ["conversations"];

    public static async Task<ConnectorRequest> OfAsync(HttpContext context)
    {
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0].Split('/').Select(Uri.UnescapeDataString).ToArray();
        var authorization = context.Request.Headers.Authorization.ToString();
        using var reader = new StreamReader(context.Request.Body);
        var version = Array.IndexOf(path, "v3");
        return new ConnectorRequest(context.Request.Method, path[(version + 1)..])
        {
            Base = string.Join('/', path[..Math.Max(version, 0)]) + "/",
            Host = context.Request.Host.Host,
            Query = context.Request.Query.ToDictionary(part => part.Key, part => part.Value.ToString(), StringComparer.Ordinal),
            Token = authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? authorization["Bearer ".Length..] : null,
            Body = await reader.ReadToEndAsync(),
        };
    }

    /// <summary>What it asks, in one line, for comparing clients.</summary>
    public string Line() =>
        $"{Method} /{string.Join('/', Segments)}{string.Concat(Query.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $" {part.Key}={part.Value}"))}";
}
