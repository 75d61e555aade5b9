using System.Text.Json.Nodes;

namespace HelpDeskBot.BotFramework.Schema;

/// <summary>What an invoke is answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, whose shape depends on the operation; null for none.</param>
public sealed record InvokeResponse(int Status, JsonNode? Body = null);

/// <summary>What an invoke of <c>adaptiveCard/action</c> is answered, as the body of the response.</summary>
/// <param name="StatusCode">200, or why not, as an HTTP status.</param>
/// <param name="Type">The media type of <paramref name="Value"/>.</param>
public sealed record AdaptiveCardInvokeResponse(int StatusCode, string Type, JsonNode? Value);
