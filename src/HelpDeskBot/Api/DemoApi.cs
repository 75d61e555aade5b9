using HelpDeskBot.Desk.Work;
using NodaTime;
using NodaTime.Text;

namespace HelpDeskBot.Api;

/// <summary>How far to move the business clock, as an ISO 8601 duration such as <c>PT8H</c> or <c>P1D</c>.</summary>
internal sealed record MoveClockRequest(string? Advance);

/// <summary>The control of a demonstration.</summary>
internal static class DemoApi
{
    private static readonly Duration Longest = Duration.FromDays(400);

    /// <summary>Answers when all that became due is done and said.</summary>
    public static async Task<IResult> MoveAsync(MoveClockRequest request, MoveClock clock, CancellationToken stop)
    {
        var parsed = PeriodPattern.NormalizingIso.Parse(request.Advance ?? "");
        if (!parsed.Success || parsed.Value.Years != 0 || parsed.Value.Months != 0)
        {
            return Results.Problem("Write advance as a duration such as PT8H or P1D.", statusCode: StatusCodes.Status400BadRequest);
        }

        var by = parsed.Value.ToDuration();
        if (by <= Duration.Zero || by > Longest)
        {
            return Results.Problem("The clock moves forward only, by at most 400 days.", statusCode: StatusCodes.Status400BadRequest);
        }

        var now = await clock.RunAsync(by, stop);
        return Results.Ok(new { now = now.ToString() });
    }
}
