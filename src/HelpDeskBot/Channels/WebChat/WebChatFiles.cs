using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.WebChat;

/// <summary>Keeps what people upload in the web chat.</summary>
internal sealed class WebChatFiles(UnitOfWork work)
{
    public async Task<Attachment> SaveAsync(DirectLineCaller caller, string name, Stream content, CancellationToken stop)
    {
        using var whole = new MemoryStream(); // may be read again, if the work is decided again
        await content.CopyToAsync(whole, stop);
        return await work.RunAsync(
            async (services, token) =>
            {
                whole.Position = 0;
                var actor = await services.GetRequiredService<RecognisePerson>().RunAsync(WebChatNames.Channel, caller.UserId, token)
                    ?? throw new DirectLineRefusedException(403, "Forbidden", "Nobody here knows you");
                var saved = await services.GetRequiredService<SaveFile>().RunAsync(new SaveFileCommand(name, whole), actor, token);
                if (saved.Refusal is { } refusal)
                {
                    var (conversation, _) = WebChatNames.Split(caller.ConversationId);
                    var place = await services.GetRequiredService<FindPlace>().OfConversationAsync(WebChatNames.Channel, conversation, locale: null, token);
                    var language = place?.Reader.Language ?? Language.Default;
                    var words = await services.GetRequiredService<RefusalWords>().OfAsync(refusal, language, token);
                    throw new DirectLineRefusedException(refusal.Code == "file.too_large" ? 413 : 415, refusal.Code, words);
                }

                var file = saved.Value;
                return new Attachment { ContentType = file.ContentType, ContentUrl = $"/files/{file.Id:N}", Name = file.Name };
            },
            stop);
    }
}
