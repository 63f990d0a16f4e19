using System.Net;
using System.Reflection;
using Amazon.Runtime;

namespace Portal.Server.Aws;

/// <summary>Tells an answer that says something from a success without content, or without the id of what it is about.</summary>
internal static class AnswerShape
{
    public static bool Says<TResponse>(TResponse answer) => answer is not AmazonWebServiceResponse { HttpStatusCode: HttpStatusCode.OK or HttpStatusCode.Created } found || Of<TResponse>.Says(found);

    private static class Of<TResponse>
    {
        private static readonly PropertyInfo[] Members = typeof(TResponse).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

        private static readonly PropertyInfo? Identity = IdentityOrNull();

        public static bool Says(AmazonWebServiceResponse answer) =>
            Members is [] || (answer.ContentLength is not 0 && (Identity is null || Identity.GetValue(answer) is string { Length: > 0 }));

        /// <summary>Of CreateStageResponse its StageName, of GetApiResponse its ApiId, of GetRestApiResponse its Id: what all answers of the sort have.</summary>
        private static PropertyInfo? IdentityOrNull()
        {
            var thing = typeof(TResponse).Name[..^"Response".Length];
            var noun = thing[(1 + thing.Skip(1).TakeWhile(char.IsLower).Count())..];

            return new[] { noun, $"{noun}Name", "Id", $"{noun}Id" }.Select(name => Array.Find(Members, member => member.Name == name && member.PropertyType == typeof(string))).FirstOrDefault(member => member is not null);
        }
    }
}
