using HelpDeskBot.Desk.Outbox;

namespace HelpDeskBot.Cards;

/// <summary>What a card becomes once its question is answered: what was asked, and what was said. No buttons are left to press.</summary>
internal static class AnsweredCard
{
    public static DataCard Of(string question, string answer) => CardData.Card("answered", new { question, answer });
}
