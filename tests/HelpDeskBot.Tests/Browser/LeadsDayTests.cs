using System.Text;
using HelpDeskBot.Tests.Support;
using Microsoft.Playwright;

namespace HelpDeskBot.Tests.Browser;

/// <summary>A second, private queue comes into being, and its lead works in it, in a real browser.</summary>
public class LeadsDayTests(Chromium chromium)
{
    [Fact]
    public async Task A_private_queue_is_imported_with_a_mistake_first_and_its_lead_works_in_it()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        await desk.As("amina").FilesAsync("qzx my payslip is wrong");
        await ImportsAsync(desk);

        var elif = await chromium.OpenAsync(desk.Address, "elif");
        var (support, people) = (RoomOf(elif, "IT Support"), RoomOf(elif, "People team"));
        await MovesAsync(elif, support);
        await ChatPage.SeesAsync(support, "is in a private queue now");
        await elif.PressesAsync("Claim", people);
        await ChatPage.SeesAsync(people, "In progress");
        await elif.PictureAsync("8-lead");

        await desk.As("chen").SaysAsync("HD-1001");
        Assert.Contains("There is no HD-1001 that you can see.", desk.As("chen").Last.Text, StringComparison.Ordinal);
        await elif.SaysAsync("access log");
        await ChatPage.SeesAsync(elif.Chat, "Chen Wei was refused HD-1001");
        Assert.Empty(elif.Complaints);
        await elif.Page.Context.CloseAsync();
    }

    private async Task ImportsAsync(TestDesk desk)
    {
        var yaml = (await File.ReadAllTextAsync(await DeskFiles.WithPeopleTeamAsync(), TestContext.Current.CancellationToken))
            .Replace("leads: [webchat:dana]", "leads: [webchat:elif]", StringComparison.Ordinal);
        var farid = await chromium.OpenAsync(desk.Address, "farid");
        await SendsAsync(farid, yaml.Replace("leads: [webchat:elif]\n\n", "leads: [webchat:elif]\n    privat: true\n\n", StringComparison.Ordinal)
            .Replace("queue: people", "queue: peeple", StringComparison.Ordinal));
        await ChatPage.SeesAsync(farid.Chat, "no queue peeple; write one of: people, it-support");
        await SendsAsync(farid, yaml);
        await ChatPage.SeesAsync(farid.Chat, "This would change");
        await farid.PictureAsync("7-settings");
        await farid.PressesAsync("Put in force");
        await ChatPage.SeesAsync(farid.Chat, "Version 2 is in force now.");
        Assert.Empty(farid.Complaints);
        await farid.Page.Context.CloseAsync();
    }

    private static async Task SendsAsync(ChatPage page, string yaml)
    {
        await page.Page.Locator("input[type=file]").First.SetInputFilesAsync(
            new FilePayload { Name = "desk.yaml", MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes(yaml) });
        await page.Page.GetByTestId("send").ClickAsync();
    }

    private static async Task MovesAsync(ChatPage lead, ILocator support)
    {
        await lead.PressesAsync("More", support);
        await lead.PressesAsync("Queue", lead.Form);
        await lead.Form.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = "People team" });
        await lead.PressesAsync("Move it", lead.Form);
    }

    private static ILocator RoomOf(ChatPage agent, string name) => agent.Page.GetByRole(AriaRole.Log, new() { Name = name, Exact = true });
}
