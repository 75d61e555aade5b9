using HelpDeskBot.BotFramework;
using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>The bot calls, and shows its token to, the hosts it knows and nobody else.</summary>
public class ConnectorAddressTests
{
    public static TheoryData<string> Bad =>
    [
        "", "smba.trafficmanager.net/emea/", "/emea/", "//smba.trafficmanager.net/emea/", "http://smba.trafficmanager.net/emea/",
        "ws://smba.trafficmanager.net/emea/", "ftp://smba.trafficmanager.net/emea/", "file:///etc/passwd", "javascript:alert(1)", "data:,x",
        "https://smba.trafficmanager.net:8443/emea/", "https://smba.trafficmanager.net:80/emea/", "https://smba.trafficmanager.net./emea/",
        "https://evil.trafficmanager.net/", "https://smba.trafficmanager.net.evil.example/", "https://evil.smba.trafficmanager.net/",
        "https://trafficmanager.net/", "https://xsmba.trafficmanager.net/", "https://botframework.com/", "https://evilbotframework.com/",
        "https://botframework.com.evil.example/", "https://a.botframework.com.evil.example/", "https://.botframework.com/",
        "https://smba.trafficmanager.net@evil.example/", "https://amina:secret@smba.trafficmanager.net/", "https://amina@smba.trafficmanager.net/",
        "https://evil.example/smba.trafficmanager.net/", "https://evil.example/#smba.trafficmanager.net", "https://evil.example/?smba.trafficmanager.net",
        "https://evil.example\\smba.trafficmanager.net/", "https://evil.example%2Fsmba.trafficmanager.net/", "https://smba.trafficmanager.net%2Eevil.example/",
        "https://smba.trafficmanager.net/#x", "https://smba.trafficmanager.net/?x=", "https://smba。trafficmanager。net.evil.example/",
        "https://smbа.trafficmanager.net/", "https://smba.trafficmanager.nеt/", "https://xn--smb-5cd.trafficmanager.net/",
        "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://0x7f000001/", "https://2130706433/",
        "https://017700000001/", "https://127.1/", "https://0.0.0.0/", "https://[::]/", "https://10.0.0.1/", "https://192.168.0.1/",
        "https://169.254.169.254/metadata/identity/oauth2/token", "http://169.254.169.254/metadata/", "https://[fd00:ec2::254]/",
        "https://metadata.google.internal/", "http://localhost:3978/", "http://127.0.0.1:3978/", "https://graph.microsoft.com/",
        "https://login.microsoftonline.com/", "https://teams.microsoft.com/", "https://microsoft.com/", "https://smba.infra.gcc.teams.microsoft.com.evil.example/",
        "https://infra.gcc.teams.microsoft.com/", "https://smba.infra.evil.teams.microsoft.com/", "https:// smba.trafficmanager.net/", "https:smba.trafficmanager.net",
        "https:///smba.trafficmanager.net/", "https://smba.trafficmanager.net\t.evil.example/", "https://smba.trafficmanager.net\0.evil.example/",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Nobody_else_is_called_and_no_token_is_even_asked_for(string serviceUrl)
    {
        await using var bot = await TestBot.StartAsync();
        var at = new ConversationReference { ServiceUrl = serviceUrl, Conversation = new ConversationAccount { Id = "a:amina", TenantId = FakeConversations.Tenant } };
        string[] codes =
        [
            (await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop)).Code,
            (await bot.Connector.UpdateAsync(at, "1", ConnectorCalls.Text("x"), Stop)).Code,
            (await bot.Connector.GetMembersAsync(at, Stop)).Code,
            (await bot.Connector.GetPagedMembersAsync(at, 10, continuation: null, Stop)).Code,
            (await bot.Connector.CreateConversationAsync(at, TeamsConversations.With(ConnectorCalls.Bot, "29:amina", ""), Stop)).Code,
            (await bot.Connector.GetAttachmentAsync(at, "1", "original", 1, Stop)).Code,
        ];
        Assert.All(codes, code => Assert.Equal(ConnectorCodes.BadAddress, code));
        Assert.Empty(bot.Cloud.Connector.Requests);
        Assert.Empty(bot.Cloud.Entra.Requests);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/amer/11111111-1111-1111-1111-111111111111/")]
    [InlineData("https://smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net:443/emea/")]
    [InlineData("HTTPS://SMBA.TrafficManager.NET/emea/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams/")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams/")]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://europe.directline.botframework.com/")]
    public void The_hosts_of_Microsoft_are_known(string serviceUrl) => Assert.NotNull(ServiceHosts.Microsoft.Check(serviceUrl));

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:56150/", true)]
    [InlineData("https://[::1]:56150/", true)]
    [InlineData("http://127.8.9.10/", true)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://evil.example/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://amina@localhost/", false)]
    public void Without_an_app_id_there_is_this_machine_only(string serviceUrl, bool isKnown) =>
        Assert.Equal(isKnown, ServiceHosts.Loopback.Check(serviceUrl) is not null);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_change_the_path_is_refused(string id)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        Assert.Equal(ConnectorCodes.BadAddress, (await bot.Connector.UpdateAsync(at, id, ConnectorCalls.Text("x"), Stop)).Code);
        Assert.Equal(ConnectorCodes.BadAddress, (await bot.Connector.DeleteAsync(at, id, Stop)).Code);
        at.Conversation!.Id = id;
        Assert.Equal(ConnectorCodes.BadAddress, (await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop)).Code);
        Assert.Empty(bot.Cloud.Connector.Requests);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net/other")]
    [InlineData("http://127.0.0.1:9/")]
    public async Task A_redirect_is_not_followed(string to)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(new ConnectorFault.Redirect(to), times: 2);
        var said = await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
        Assert.Equal((ConnectorOutcome.Refused, ConnectorCodes.BadAddress), (said.Outcome, said.Code));
        Assert.Equal(ConnectorOutcome.Refused, (await bot.Connector.GetAttachmentAsync(at, "1", "original", 100, Stop)).Outcome);
        Assert.Equal(2, bot.Cloud.Connector.Requests.Count);
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com/x.png")]
    [InlineData("https://evil.example/x.png")]
    [InlineData("http://169.254.169.254/metadata")]
    public async Task An_address_in_a_message_gets_the_token_only_if_it_is_the_connectors(string address)
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        Assert.Equal(ConnectorCodes.BadAddress, (await bot.Connector.GetContentAsync(at, new Uri(address), 100, Stop)).Code);
        Assert.Empty(bot.Cloud.Entra.Requests);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_said_and_it_may_be_said_again()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        at.ServiceUrl = "https://nobody.botframework.com/"; // a name that leads nowhere
        var result = await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
        Assert.Equal((ConnectorOutcome.Later, ConnectorCodes.Unreachable), (result.Outcome, result.Code));
        Assert.InRange(result.After, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Who_has_the_name_but_not_its_certificate_gets_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        at.ServiceUrl = "https://stolen.botframework.com/";
        var result = await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
        Assert.Equal((ConnectorOutcome.Later, ConnectorCodes.Unreachable), (result.Outcome, result.Code));
        Assert.Empty(bot.Cloud.Connector.Requests);
    }

    [Fact]
    public async Task Development_without_an_app_id_calls_without_a_token()
    {
        await using var bot = await TestBot.StartAsync(new BotFrameworkOptions { IsLocal = true });
        bot.Cloud.Connector.IsOpen = true;
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        Assert.Equal(ConnectorCodes.BadAddress, (await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop)).Code);

        at.ServiceUrl = new Uri(bot.Cloud.Address, "/_connector").AbsoluteUri;
        ConnectorCalls.Done(await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop));
        Assert.Null(Assert.Single(bot.Cloud.Connector.Requests).Token);
    }
}
