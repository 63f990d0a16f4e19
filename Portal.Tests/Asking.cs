using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.Tests;

/// <summary>Asks the HTTP API and insists on the status, with the answer's own words where it is another.</summary>
internal static class Asking
{
    public static async Task<T> GetAsync<T>(this HttpClient http, string path) => await (await http.GetAsync(path, Cancelled)).AnswerAsync<T>(HttpStatusCode.OK);

    public static async Task<T> PostAsync<T>(this HttpClient http, string path, object body, HttpStatusCode expected = HttpStatusCode.Created) =>
        await (await http.PostAsJsonAsync(path, body, Json.Options, Cancelled)).AnswerAsync<T>(expected);

    public static async Task<T> PutAsync<T>(this HttpClient http, string path, object body) => await (await http.PutAsJsonAsync(path, body, Json.Options, Cancelled)).AnswerAsync<T>(HttpStatusCode.OK);

    public static async Task<Problem> RefusedAsync(this Task<HttpResponseMessage> call, HttpStatusCode expected, string type)
    {
        var problem = await (await call).AnswerAsync<Problem>(expected);
        Assert.Equal(type, problem.Type);

        return problem;
    }

    public static Task<HttpResponseMessage> SendAsync(this HttpClient http, HttpMethod method, string path, object body) =>
        http.SendAsync(new HttpRequestMessage(method, path) { Content = JsonContent.Create(body, options: Json.Options) }, Cancelled);

    public static async Task<T> AnswerAsync<T>(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(Cancelled);
            Assert.True(expected == answer.StatusCode, $"{(int)answer.StatusCode} instead of {(int)expected}: {text}");

            return JsonSerializer.Deserialize<T>(text, Json.Options)!;
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}

/// <summary>A refusal as the HTTP API tells it.</summary>
internal sealed record Problem(string Type, string Title, string Detail, IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors);
