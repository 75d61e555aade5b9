using HelpDeskBot.Channels.WebChat;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Hosting;
using Microsoft.Extensions.Options;

namespace HelpDeskBot.Api;

/// <summary>What the local page needs to offer a choice of people.</summary>
internal static class LocalApi
{
    public static IResult Describe(LocalPeople local, IOptions<HelpDeskOptions> options, DeskSettingsStore settings, BusinessClock clock)
    {
        if (!local.AreAllowed)
        {
            return Results.Problem(
                "Choosing who you are works in development on this machine only.", statusCode: StatusCodes.Status403Forbidden);
        }

        return Results.Ok(new
        {
            people = options.Value.People.Select(person => new { person.Id, person.Name, person.Role, rooms = RoomsOf(person.Id, settings.Current) }),
            demo = options.Value.Demo,
            now = clock.Now.ToString(),
            zone = settings.Current.Queues[0].Calendar.Zone.Id,
        });
    }

    private static IEnumerable<object> RoomsOf(string account, DeskSettings desk) => desk.Queues
        .Where(queue => queue.Members.GetValueOrDefault($"{WebChatNames.Channel}:{account}") >= QueueRole.Agent)
        .Select(queue => new { id = queue.Id.Value, name = queue.Name });
}
