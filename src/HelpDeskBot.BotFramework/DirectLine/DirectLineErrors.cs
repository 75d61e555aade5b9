using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>Answers refusals in the protocol's shape: <c>{"error":{"code","message"}}</c>.</summary>
internal sealed class DirectLineErrors(ILogger<DirectLineErrors> logger) : IEndpointFilter
{
    private static readonly Action<ILogger, string, Exception?> LogRefused =
        LoggerMessage.Define<string>(LogLevel.Debug, new EventId(1, "DirectLineRefused"), "Direct Line call refused: {Code}");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (DirectLineRefusedException refused)
        {
            LogRefused(logger, refused.Code, null);
            return Of(refused);
        }
        catch (BadHttpRequestException bad)
        {
            return Of(new DirectLineRefusedException(bad.StatusCode, "BadRequest", bad.Message));
        }
    }

    public static IResult Of(DirectLineRefusedException refused) => Results.Json(
        new JsonObject { ["error"] = new JsonObject { ["code"] = refused.Code, ["message"] = refused.Message } },
        statusCode: refused.Status);
}
