using HelpDeskBot.Cards;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Hosting;

namespace HelpDeskBot.Turns;

/// <summary>Gives people a link into the web pages, in their own chat only.</summary>
internal sealed class WebTurns(WebSignIn signIn, WebAddress address, Speaker speaker) : ITypedTurns
{
    /// <summary>False if that was not asked for, or not in person.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Room is not null || !speaker.IsSaid(turn, "web.say"))
        {
            return false;
        }

        if (address.Root is not { } root)
        {
            speaker.Say(turn.Here, "web.not_set_up");
            return true;
        }

        var language = Language.Base(turn.Language) is var own and not Language.Default ? $"?language={own}" : "";
        var link = new Uri(root, $"/sign-in{language}#{await signIn.InviteAsync(turn.Actor, stop)}");
        var text = speaker.WordsFor(turn.Language).Format("web.link", ("link", link));
        speaker.Say(turn.Here, CardData.Card("line", new { text, buttons = Array.Empty<Button>() }));
        return true;
    }
}
