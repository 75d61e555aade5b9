using HelpDeskBot.Tests.Support;
using Microsoft.Playwright;

namespace HelpDeskBot.Tests.Browser;

/// <summary>A day of an agent, in a real browser.</summary>
public class AgentsDayTests(Chromium chromium)
{
    [Fact]
    public async Task Claims_three_merges_two_hands_one_over_undoes_a_reply_and_resolves_the_rest_at_once()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("amina").FilesAsync("qzx the tray is stuck", category: "Something else");
        await desk.As("bruno").FilesAsync("qzx tray jammed again", category: "Something else");
        await desk.As("amina").FilesAsync("qzx my chair squeaks", category: "Something else");
        await desk.As("bruno").FilesAsync("qzx the lamp flickers", category: "Something else");
        var chen = await chromium.OpenAsync(desk.Address, "chen");

        foreach (var subject in new[] { "is stuck", "jammed again", "chair squeaks" })
        {
            await chen.PressesAsync("Claim", CardOf(chen, subject));
            await ChatPage.SeesAsync(CardOf(chen, subject), "In progress");
        }

        await MergesAsync(chen);
        await HandsOverAsync(chen);
        await UndoesAsync(desk, chen);
        await ResolvesTheRestAsync(desk, chen);
        Assert.Empty(chen.Complaints);
        await chen.Page.Context.CloseAsync();
    }

    private static async Task MergesAsync(ChatPage chen)
    {
        await ChoosesAsync(chen, "jammed again", "Merge");
        await chen.Form.Locator("input").FillAsync("HD-1001");
        await chen.PressesAsync("Merge", chen.Form);
        await ChatPage.SeesAsync(CardOf(chen, "jammed again"), "Goes on in");
        await ChatPage.SeesAsync(CardOf(chen, "is stuck"), "Includes");
    }

    private static async Task HandsOverAsync(ChatPage chen)
    {
        await ChoosesAsync(chen, "chair squeaks", "Assign");
        await chen.Form.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = "Dana Novak" });
        await chen.PressesAsync("Assign", chen.Form);
        await ChatPage.SeesAsync(CardOf(chen, "chair squeaks"), "Dana Novak");
    }

    private static async Task UndoesAsync(TestDesk desk, ChatPage chen)
    {
        await chen.PressesAsync("Reply", CardOf(chen, "is stuck"));
        await chen.Form.Locator("textarea").FillAsync("Kick it hard");
        await chen.PressesAsync("Send", chen.Form);
        await ChatPage.SeesAsync(chen.Room, "Kick it hard");
        await desk.As("amina").SeesAsync("Kick it hard");
        await chen.PressesAsync("Undo");
        await ChatPage.SeesNoneAsync(chen.Room, "Kick it hard");
        Assert.Equal(0, await desk.As("amina").CountsAsync("Kick it hard"));
    }

    private static async Task ResolvesTheRestAsync(TestDesk desk, ChatPage chen)
    {
        await chen.PressesAsync("Claim", CardOf(chen, "lamp flickers"));
        await chen.SaysAsync("mine");
        await chen.PressesAsync("Select", chen.Chat);
        await chen.Form.WaitForAsync();
        foreach (var box in await chen.Form.Locator("input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await chen.Form.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Label = "Resolve" });
        await chen.Form.Locator("textarea").FillAsync("Oiled, tightened and dusted.");
        await chen.PressesAsync("Preview", chen.Form);
        await ChatPage.SeesAsync(chen.Form, "2 tickets");
        await chen.PressesAsync("Do it", chen.Form);
        await ChatPage.SeesAsync(CardOf(chen, "is stuck"), "Resolved");
        await ChatPage.SeesAsync(CardOf(chen, "lamp flickers"), "Resolved");
        Assert.Equal(1, await desk.As("amina").CountsAsync("Is it fixed?"));
        Assert.Equal(1, await desk.As("bruno").CountsAsync("Is it fixed?"));
    }

    private static ILocator CardOf(ChatPage agent, string subject) =>
        agent.Room.Locator(":scope > .message > .card", new() { HasText = subject });

    private static async Task ChoosesAsync(ChatPage agent, string subject, string act)
    {
        await agent.PressesAsync("More", CardOf(agent, subject));
        await agent.PressesAsync(act, agent.Form);
    }
}
