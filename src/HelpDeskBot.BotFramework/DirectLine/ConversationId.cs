namespace HelpDeskBot.BotFramework.DirectLine;

/// <summary>Conversation ids: <c>room</c>, or <c>room;messageid=root</c> for a thread of it.</summary>
internal static class ConversationId
{
    /// <summary>The conversation without its thread: what tokens, logs and streams are for.</summary>
    public static string BaseOf(string id) => id.Split(';', 2)[0];
}
