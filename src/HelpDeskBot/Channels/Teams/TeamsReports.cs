using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Cards;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Makes of somebody's message the form in which it is reported: its words as they are, a link to it, and its files.</summary>
internal sealed class TeamsReports(TeamsAttachments attachments)
{
    private const int MostOfText = 16 * 1024; // so that the form fits around it

    public async Task<CardAction> OpenAsync(ComposeAction command, Activity activity, TeamsPlace place, CancellationToken stop)
    {
        var message = command.Message;
        var words = message is null ? "" : message.IsHtml ? TeamsWords.OfHtml(message.Content) : message.Content;
        var text = string.Join("\n\n", new[] { words, message?.Link?.AbsoluteUri }.Where(part => !string.IsNullOrEmpty(part)));
        IReadOnlyList<AttachmentId> files = message is null
            ? []
            : await attachments.SaveAsync(TeamsFiles.Of(new Activity { Attachments = [.. message.Attachments] }), activity, place, stop);
        var data = new JsonObject
        {
            ["text"] = TeamsPayload.Cut(text, MostOfText),
            ["files"] = new JsonArray([.. files.Select(file => JsonValue.Create(file.Value))]),
        };
        return new CardAction(place.Actor, place.Place, Verbs.ReportForm, JsonSerializer.SerializeToElement(data)) { Reader = place.Reader };
    }
}
