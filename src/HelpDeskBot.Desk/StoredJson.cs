using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using NodaTime;
using NodaTime.Text;

namespace HelpDeskBot.Desk;

/// <summary>How values are written into JSON columns.</summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new Text<TicketId>(id => id.ToString(), text => TicketId.Parse(text, null)));
        options.Converters.Add(new Text<PersonId>(id => id.Value, text => new PersonId(text)));
        options.Converters.Add(new Text<QueueId>(id => id.Value, text => new QueueId(text)));
        options.Converters.Add(new Text<AttachmentId>(id => id.ToString(), text => new AttachmentId(Guid.Parse(text))));
        options.Converters.Add(new Text<ArticleKey>(key => key.ToString(), ArticleKey.Parse));
        options.Converters.Add(new Text<Instant>(InstantPattern.ExtendedIso.Format, text => InstantPattern.ExtendedIso.Parse(text).Value));
        options.Converters.Add(new Text<LocalTime>(LocalTimePattern.GeneralIso.Format, text => LocalTimePattern.GeneralIso.Parse(text).Value));
        return options;
    }

    private sealed class Text<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
