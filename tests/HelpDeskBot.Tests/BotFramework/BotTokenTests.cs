using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HelpDeskBot.BotFramework;
using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.Tests.Support.Teams;
using Microsoft.IdentityModel.JsonWebTokens;

namespace HelpDeskBot.Tests.BotFramework;

/// <summary>The bot's own tokens, by the library that Microsoft gives for it, from a fake of Microsoft Entra.</summary>
public sealed class BotTokenTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-token-tests");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_secret_gets_a_token_of_the_bots_own_tenant()
    {
        await using var bot = await TestBot.StartAsync();
        await SayAsync(bot);
        var request = Assert.Single(bot.Cloud.Entra.Requests);
        Assert.Equal($"/{FakeConversations.Tenant}/oauth2/v2.0/token", request.Path);
        Assert.Equal(("client_credentials", TestBot.AppId, "secret-canary"), (request.Form["grant_type"], request.Form["client_id"], request.Form["client_secret"]));
        Assert.Equal("https://api.botframework.com/.default", request.Form["scope"].Split(' ')[0]);
    }

    [Theory]
    [InlineData("bot.pfx", "password")]
    [InlineData("bot.pem", null)]
    [InlineData("bot.pem", "password")]
    public async Task A_certificate_signs_that_it_is_the_bot(string name, string? password)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var certificate = WriteCertificate(path, password);
        var options = TestBot.Registered with { Credential = CertificateCredential.FromFile(FakeConversations.Tenant, path, password) };
        await using var bot = await TestBot.StartAsync(options);
        await SayAsync(bot);

        var form = Assert.Single(bot.Cloud.Entra.Requests).Form;
        Assert.False(form.ContainsKey("client_secret"));
        var assertion = new JsonWebToken(form["client_assertion"]);
        Assert.Equal((TestBot.AppId, TestBot.AppId), (assertion.Issuer, assertion.Subject));
        using var publicKey = certificate.GetRSAPublicKey()!;
        var signed = form["client_assertion"][..form["client_assertion"].LastIndexOf('.')];
        var signature = Base64Url.DecodeFromChars(assertion.EncodedSignature);
        Assert.True(publicKey.VerifyData(Encoding.ASCII.GetBytes(signed), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    [Fact]
    public async Task A_managed_identity_asks_the_machine()
    {
        await using var bot = await TestBot.StartAsync(TestBot.Registered with { Credential = new ManagedIdentityCredential() });
        await SayAsync(bot);
        var request = bot.Cloud.Entra.Requests[^1];
        Assert.Equal("/metadata/identity/oauth2/token", request.Path);
        Assert.Equal((TestBot.AppId, "https://api.botframework.com"), (request.Form["client_id"], request.Form["resource"]));
    }

    [Fact]
    public async Task A_token_is_kept_while_it_is_good()
    {
        await using var bot = await TestBot.StartAsync();
        await SayAsync(bot);
        await SayAsync(bot);
        Assert.Single(bot.Cloud.Entra.Requests);
    }

    [Fact]
    public async Task A_token_that_ends_within_five_minutes_is_not_kept()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Cloud.Entra.ExpiresIn = 240;
        await SayAsync(bot);
        await SayAsync(bot);
        Assert.Equal(2, bot.Cloud.Entra.Requests.Count);
        Assert.Equal(2, bot.Cloud.Connector.Requests.Select(request => request.Token).Distinct().Count());
    }

    [Fact]
    public async Task A_token_that_is_not_taken_is_replaced_once()
    {
        await using var bot = await TestBot.StartAsync();
        await SayAsync(bot);
        bot.Cloud.Entra.Revoke();
        await SayAsync(bot);
        Assert.Equal((2, 3), (bot.Cloud.Entra.Requests.Count, bot.Cloud.Connector.Requests.Count));
    }

    [Fact]
    public async Task A_bot_that_is_not_let_in_tries_later_and_does_not_ask_for_token_after_token()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Connector.Fail(ConnectorFault.Of(401, "BotNotRegistered"), times: 100);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var result = await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
            Assert.Equal(
                (ConnectorOutcome.Later, ConnectorCodes.Unauthorised, "BotNotRegistered", TimeSpan.FromMinutes(1)),
                (result.Outcome, result.Code, result.Detail, result.After));
        }

        Assert.Equal((2, 10), (bot.Cloud.Entra.Requests.Count, bot.Cloud.Connector.Requests.Count));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_said_and_the_secret_stays_one()
    {
        await using var bot = await TestBot.StartAsync();
        var at = ConnectorCalls.At(bot.Cloud.Connector.Conversations.AddPerson("amina"));
        bot.Cloud.Entra.Error = "invalid_client";
        var result = await bot.Connector.SendAsync(at, ConnectorCalls.Text("x"), Stop);
        Assert.Equal(
            (ConnectorOutcome.Later, ConnectorCodes.NoToken, "invalid_client", TimeSpan.FromMinutes(1)),
            (result.Outcome, result.Code, result.Detail, result.After));
        Assert.Empty(bot.Cloud.Connector.Requests);
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Contains("canary", StringComparison.Ordinal) || line.Contains("must not be shown", StringComparison.Ordinal));

        bot.Cloud.Entra.Error = null;
        await SayAsync(bot);
    }

    public static TheoryData<string> Problems => [.. Wrong.Keys];

    private static Dictionary<string, BotFrameworkOptions> Wrong { get; } = new(StringComparer.Ordinal)
    {
        ["nothing at all"] = new BotFrameworkOptions(),
        ["a credential without an app id"] = new BotFrameworkOptions { IsLocal = true, Credential = new ManagedIdentityCredential() },
        ["an app id without a credential"] = TestBot.Registered with { Credential = null },
        ["an app id without a credential in development"] = TestBot.Registered with { Credential = null, IsLocal = true },
        ["an app id that is none"] = TestBot.Registered with { AppId = "bot" },
        ["an empty app id"] = TestBot.Registered with { AppId = "" },
        ["no tenant"] = TestBot.Registered with { Tenants = [] },
        ["a tenant that is none"] = TestBot.Registered with { Tenants = [FakeConversations.Tenant, "*"] },
        ["a home that is none"] = TestBot.Registered with { Credential = new SecretCredential("common", "secret-canary") },
        ["an empty secret"] = TestBot.Registered with { Credential = new SecretCredential(FakeConversations.Tenant, "") },
        ["a certificate without its key"] = TestBot.Registered with { Credential = new CertificateCredential(FakeConversations.Tenant, WithoutKey()) },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task A_setting_that_would_not_be_safe_or_not_work_stops_the_start(string what)
    {
        var problem = await Assert.ThrowsAsync<ArgumentException>(() => TestBot.StartAsync(Wrong[what]));
        Assert.DoesNotContain("canary", problem.Message, StringComparison.Ordinal);
        Assert.Equal(Wrong[what].Problem(), problem.Message.Split(" (Parameter", 2)[0]);
    }

    private static async Task SayAsync(TestBot bot)
    {
        var person = bot.Cloud.Connector.Conversations.Find("a:amina") ?? bot.Cloud.Connector.Conversations.AddPerson("amina");
        ConnectorCalls.Done(await bot.Connector.SendAsync(ConnectorCalls.At(person), ConnectorCalls.Text("x"), Stop));
    }

    private static X509Certificate2 WriteCertificate(string path, string? password)
    {
        using var key = RSA.Create(2048);
        var certificate = new CertificateRequest("CN=Help Desk", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        if (path.EndsWith(".pfx", StringComparison.Ordinal))
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
            return certificate;
        }

        var pem = password is null
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{pem}\n");
        return certificate;
    }

    private static X509Certificate2 WithoutKey()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=Help Desk", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadCertificate(made.Export(X509ContentType.Cert));
    }
}
