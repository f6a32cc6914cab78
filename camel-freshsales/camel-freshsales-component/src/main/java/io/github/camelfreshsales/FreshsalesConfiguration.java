// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of an endpoint. A component holds one as the default of its endpoints; a message header wins over both. */
@UriParams
public class FreshsalesConfiguration implements Cloneable {

    public static final String DEFAULT_SECRET_HEADER = "X-Freshsales-Secret";

    @UriParam(label = "common,account")
    private String domain;

    @UriParam(label = "common,account,security", secret = true)
    private String apiKey;

    @UriParam(label = "common,account,security")
    private String trustedHosts;

    @UriParam(label = "common,record")
    private String resourceType;

    @UriParam(label = "producer,record")
    private String recordId;

    @UriParam(label = "producer,record", defaultValue = "auto")
    private Wrap wrap = Wrap.auto;

    @UriParam(label = "producer,record", defaultValue = "send")
    private Nulls nulls = Nulls.send;

    @UriParam(label = "producer,record", defaultValue = "true")
    private boolean nestCustomFields = true;

    @UriParam(label = "producer,fields", prefix = "field.", multiValue = true)
    private Map<String, Object> fieldMapping;

    @UriParam(label = "producer,fields")
    private boolean resolveNames;

    @UriParam(label = "producer,fields", defaultValue = "off")
    private RecordCheck validateRecords = RecordCheck.off;

    @UriParam(label = "producer,fields", defaultValue = "off")
    private RecordCheck verifyStored = RecordCheck.off;

    @UriParam(label = "producer,content", defaultValue = "json")
    private ContentFormat contentFormat = ContentFormat.json;

    @UriParam(label = "producer,content")
    private String contentType;

    @UriParam(label = "producer,manual", enums = "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS")
    private String method;

    @UriParam(label = "producer,manual", enums = "true,false")
    private String repeatable;

    @UriParam(label = "producer,manual")
    private String path;

    @UriParam(label = "producer,manual", prefix = "httpHeader.", multiValue = true)
    private Map<String, Object> httpHeaders;

    @UriParam(label = "producer,manual", prefix = "queryParameter.", multiValue = true)
    private Map<String, Object> queryParameters;

    @UriParam(label = "producer,batch", defaultValue = "true")
    private boolean stopOnRecordError = true;

    @UriParam(label = "producer,batch", defaultValue = "list")
    private ResultMode resultMode = ResultMode.list;

    @UriParam(label = "common,result", defaultValue = "map")
    private OutputFormat outputFormat = OutputFormat.map;

    @UriParam(label = "common,result")
    private Class<?> outputType;

    @UriParam(label = "producer,result", defaultValue = "true")
    private boolean unwrap = true;

    @UriParam(label = "producer,result")
    private boolean dryRun;

    @UriParam(label = "producer,record")
    private String uniqueIdentifier;

    @UriParam(label = "producer,content")
    private String targetType;

    @UriParam(label = "producer,content")
    private String targetId;

    @UriParam(label = "producer,content")
    private String fileName;

    @UriParam(label = "producer,content")
    private boolean shared;

    @UriParam(label = "common,reading")
    private String include;

    @UriParam(label = "producer,reading")
    private String viewId;

    @UriParam(label = "producer,reading")
    private String viewName;

    @UriParam(label = "common,reading")
    private String filter;

    @UriParam(label = "producer,reading")
    private String listId;

    @UriParam(label = "producer,reading")
    private String fromListId;

    @UriParam(label = "producer,reading")
    private boolean allMembers;

    @UriParam(label = "producer,reading")
    private String query;

    @UriParam(label = "producer,reading", defaultValue = "email")
    private String searchField = "email";

    @UriParam(label = "producer,reading", defaultValue = "contact")
    private String entities = "contact";

    @UriParam(label = "producer,reading")
    private String sort;

    @UriParam(label = "producer,reading")
    private SortType sortType;

    @UriParam(label = "producer,reading", defaultValue = "1")
    private int page = 1;

    @UriParam(label = "common,reading", defaultValue = "100")
    private int perPage = 100;

    @UriParam(label = "producer,reading", defaultValue = "page")
    private Fetch fetch = Fetch.page;

    @UriParam(label = "producer,reading", defaultValue = "0")
    private long maxRecords;

    @UriParam(label = "producer,reading")
    private String relation;

    @UriParam(label = "producer,reading")
    private String selectorName;

    @UriParam(label = "producer,reading", defaultValue = "1h", javaType = "java.time.Duration")
    private long metadataTtl = 3_600_000;

    @UriParam(label = "producer,retry", defaultValue = "3")
    private int maxRetries = 3;

    @UriParam(label = "producer,retry", defaultValue = "1s", javaType = "java.time.Duration")
    private long retryDelay = 1_000;

    @UriParam(label = "producer,retry", defaultValue = "30s", javaType = "java.time.Duration")
    private long maxRetryDelay = 30_000;

    @UriParam(label = "producer,batch")
    private boolean batchMode;

    @UriParam(label = "producer,batch", defaultValue = "100")
    private int batchSize = 100;

    @UriParam(label = "producer,batch", defaultValue = "true")
    private boolean waitForJob = true;

    @UriParam(label = "producer,batch")
    private String jobId;

    @UriParam(label = "producer,batch")
    private String ownerId;

    @UriParam(label = "producer,batch", defaultValue = "2s", javaType = "java.time.Duration")
    private long jobPollInterval = 2_000;

    @UriParam(label = "producer,batch", defaultValue = "10m", javaType = "java.time.Duration")
    private long jobTimeout = 600_000;

    @UriParam(label = "producer,batch", defaultValue = "4")
    private int jobsInFlight = 4;

    @UriParam(label = "producer,batch")
    private boolean skipUnchanged;

    @UriParam(label = "producer,batch")
    private StateRepository<String, String> sentRepository;

    @UriParam(label = "consumer")
    private StateRepository<String, String> stateRepository;

    @UriParam(label = "consumer")
    private String stateKey;

    @UriParam(label = "consumer", defaultValue = "now")
    private String startFrom = "now";

    @UriParam(label = "consumer", defaultValue = "10s", javaType = "java.time.Duration")
    private long overlap = 10_000;

    @UriParam(label = "consumer", defaultValue = "0")
    private int maxMessagesPerPoll;

    @UriParam(label = "consumer")
    private boolean reread;

    @UriParam(label = "consumer")
    private boolean deletions;

    @UriParam(label = "consumer", defaultValue = "true")
    private boolean eachRecord = true;

    @UriParam(label = "consumer,webhook,security", secret = true)
    private String webhookVerifyToken;

    @UriParam(label = "consumer,webhook", defaultValue = DEFAULT_SECRET_HEADER)
    private String webhookSecretHeader = DEFAULT_SECRET_HEADER;

    @UriParam(label = "consumer,webhook", defaultValue = "1048576")
    private int webhookMaxBodySize = 1024 * 1024;

    /** A configuration of its own with the same values. */
    public FreshsalesConfiguration copy() {
        try {
            return (FreshsalesConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getDomain() {
        return domain;
    }

    /**
     * The account: its address as it stands beside the API key in Freshsales (acme.myfreshworks.com/crm/sales), a pasted
     * browser address, acme.freshsales.io for a Classic account, or a plain account name.
     */
    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getApiKey() {
        return apiKey;
    }

    /**
     * The API key of a user of the account: in Freshsales under Settings, API Settings. Calls have the rights of that user.
     * In a URI put it into RAW() when it holds a plus sign or a percent sign.
     */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getTrustedHosts() {
        return trustedHosts;
    }

    /**
     * Further hosts that the key may be sent to over https, separated by commas; a star in front stands for any
     * sub-domain. Without it these are the sub-domains of myfreshworks.com, freshworks.com and freshsales.io, and the
     * machine itself.
     */
    public void setTrustedHosts(String trustedHosts) {
        this.trustedHosts = trustedHosts;
    }

    public String getResourceType() {
        return resourceType;
    }

    /**
     * The kind of record: contacts, sales_accounts (or accounts), deals, leads, tasks, appointments, notes,
     * sales_activities, phone_calls, products, cpq_documents, lists, documents, document_links, a custom module such as
     * cm_project, or any other word, which is sent as it is.
     */
    public void setResourceType(String resourceType) {
        this.resourceType = resourceType;
    }

    public String getRecordId() {
        return recordId;
    }

    /** The id of the record that an operation is about. */
    public void setRecordId(String recordId) {
        this.recordId = recordId;
    }

    public Wrap getWrap() {
        return wrap;
    }

    /**
     * Whether a record is put under the key of its resource, which is contact for contacts: auto does it when it is not there yet,
     * always does it to whatever comes, never sends the record as it is.
     */
    public void setWrap(Wrap wrap) {
        this.wrap = wrap;
    }

    public Nulls getNulls() {
        return nulls;
    }

    /** Whether fields that are null are sent, which clears them in Freshsales, or left out. */
    public void setNulls(Nulls nulls) {
        this.nulls = nulls;
    }

    public boolean isNestCustomFields() {
        return nestCustomFields;
    }

    /** Whether cf_ fields found at the top of a record move under custom_field, where Freshsales wants them. */
    public void setNestCustomFields(boolean nestCustomFields) {
        this.nestCustomFields = nestCustomFields;
    }

    public Map<String, Object> getFieldMapping() {
        return fieldMapping;
    }

    /**
     * Renames the fields of each record before anything else, as in field.Vorname=first_name. An empty name leaves the field
     * out; a source with dots reaches into nested objects.
     */
    public void setFieldMapping(Map<String, Object> fieldMapping) {
        this.fieldMapping = fieldMapping;
    }

    public boolean isResolveNames() {
        return resolveNames;
    }

    /**
     * Whether records of create, update, upsert and bulkUpsert may have labels instead of field names, names instead of ids
     * (an owner, a lead source, a deal stage), and choices in any case. A name that nothing has, or that two things have, fails
     * the record. The fields and names of the account are kept for metadataTtl.
     */
    public void setResolveNames(boolean resolveNames) {
        this.resolveNames = resolveNames;
    }

    public RecordCheck getValidateRecords() {
        return validateRecords;
    }

    /**
     * Whether records of create, update, upsert and bulkUpsert are compared with the fields of the account before they are
     * sent: off; warn, which logs the names of fields that do not fit and sets the header CamelFreshsalesWarnings; or fail.
     */
    public void setValidateRecords(RecordCheck validateRecords) {
        this.validateRecords = validateRecords;
    }

    public RecordCheck getVerifyStored() {
        return verifyStored;
    }

    /**
     * Whether the response to create, update and upsert is compared with what was sent, since Freshsales leaves out silently
     * what it does not like: off; warn, which logs the names of the fields and sets the header
     * CamelFreshsalesUnstoredFields; or fail. A bulk call says nothing of this.
     */
    public void setVerifyStored(RecordCheck verifyStored) {
        this.verifyStored = verifyStored;
    }

    public ContentFormat getContentFormat() {
        return contentFormat;
    }

    /** How the request body is serialised. */
    public void setContentFormat(ContentFormat contentFormat) {
        this.contentFormat = contentFormat;
    }

    public String getContentType() {
        return contentType;
    }

    /** The media type of the request body, instead of that of the content format. */
    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    public String getMethod() {
        return method;
    }

    /** The HTTP method of the operation request. Without it: POST when there is a body, else GET. */
    public void setMethod(String method) {
        this.method = method;
    }

    public String getRepeatable() {
        return repeatable;
    }

    /**
     * Whether a call of the operation request may be sent again when nobody knows what became of it. Without it: yes for
     * GET, HEAD, PUT, DELETE and OPTIONS, no for POST and PATCH.
     */
    public void setRepeatable(String repeatable) {
        this.repeatable = repeatable;
    }

    public String getPath() {
        return path;
    }

    /**
     * The path of the operation request, below the API root (contacts/view/12), or a complete address of the account's own
     * host.
     */
    public void setPath(String path) {
        this.path = path;
    }

    public Map<String, Object> getHttpHeaders() {
        return httpHeaders;
    }

    /**
     * Custom request headers of any operation. Authorization and Host cannot be set. A value that is a secret belongs
     * into a bean (httpHeaders=#bean:name), since the text of a URI is shown in logs.
     */
    public void setHttpHeaders(Map<String, Object> httpHeaders) {
        this.httpHeaders = httpHeaders;
    }

    public Map<String, Object> getQueryParameters() {
        return queryParameters;
    }

    /** Extra query parameters of any operation. A value that is a list gives the parameter once for each element. */
    public void setQueryParameters(Map<String, Object> queryParameters) {
        this.queryParameters = queryParameters;
    }

    public boolean isStopOnRecordError() {
        return stopOnRecordError;
    }

    /**
     * When the body holds many records: whether the first one that fails ends the call with an exception, which carries
     * the results so far, or the others are still sent and the failure stands in its result.
     */
    public void setStopOnRecordError(boolean stopOnRecordError) {
        this.stopOnRecordError = stopOnRecordError;
    }

    public ResultMode getResultMode() {
        return resultMode;
    }

    /** When the body holds many records: a result for each of them, or the counts and the failures only. */
    public void setResultMode(ResultMode resultMode) {
        this.resultMode = resultMode;
    }

    public OutputFormat getOutputFormat() {
        return outputFormat;
    }

    /**
     * What the body becomes: map (a Map in the order of the answer, ids as Long, decimals as BigDecimal), json (text), pojo
     * (an object of the class in outputType) or raw (the bytes of the answer, untouched).
     */
    public void setOutputFormat(OutputFormat outputFormat) {
        this.outputFormat = outputFormat;
    }

    public Class<?> getOutputType() {
        return outputType;
    }

    /** The class of the body for the output format pojo. Jackson fills it. */
    public void setOutputType(Class<?> outputType) {
        this.outputType = outputType;
    }

    public boolean isUnwrap() {
        return unwrap;
    }

    /**
     * Whether the record is taken out from under the key of its resource. What else stands at the top of the answer goes to
     * the header CamelFreshsalesSideloads.
     */
    public void setUnwrap(boolean unwrap) {
        this.unwrap = unwrap;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Whether to build the request without sending it: the body becomes a Map with method, url, headers and body. */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public String getUniqueIdentifier() {
        return uniqueIdentifier;
    }

    /**
     * The field that an upsert matches on: emails for contacts and leads, name for accounts, id for deals, or any other that
     * Freshsales knows as unique, such as external_id or a custom field. Its value is taken from each record.
     */
    public void setUniqueIdentifier(String uniqueIdentifier) {
        this.uniqueIdentifier = uniqueIdentifier;
    }

    public String getTargetType() {
        return targetType;
    }

    /** For upload: the kind of record the file is attached to: Contact, SalesAccount, Deal or Product. */
    public void setTargetType(String targetType) {
        this.targetType = targetType;
    }

    public String getTargetId() {
        return targetId;
    }

    /** For upload: the id of the record the file is attached to. */
    public void setTargetId(String targetId) {
        this.targetId = targetId;
    }

    public String getFileName() {
        return fileName;
    }

    /** For upload: the name of the file. A file and an attachment bring their own. */
    public void setFileName(String fileName) {
        this.fileName = fileName;
    }

    public boolean isShared() {
        return shared;
    }

    /** For upload: whether the file is shared with everybody in the account. */
    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public String getInclude() {
        return include;
    }

    /**
     * What is loaded beside the records, separated by commas, such as owner or sales_accounts. It goes to the header
     * CamelFreshsalesSideloads.
     */
    public void setInclude(String include) {
        this.include = include;
    }

    public String getViewId() {
        return viewId;
    }

    /** For list: the id of the view. It differs from account to account. */
    public void setViewId(String viewId) {
        this.viewId = viewId;
    }

    public String getViewName() {
        return viewName;
    }

    /**
     * For list: the exact name of the view, in the language of the account. Without a view the account's default view is
     * listed.
     */
    public void setViewName(String viewName) {
        this.viewName = viewName;
    }

    public String getFilter() {
        return filter;
    }

    /**
     * For list of tasks (open, due_today, due_tomorrow, overdue, completed; default open) and appointments (upcoming, past;
     * default upcoming): the named filter.
     */
    public void setFilter(String filter) {
        this.filter = filter;
    }

    public String getListId() {
        return listId;
    }

    /** The marketing list: of list, to list its members, and of the list operations. */
    public void setListId(String listId) {
        this.listId = listId;
    }

    public String getFromListId() {
        return fromListId;
    }

    /** For moveToList: the marketing list that contacts are moved from. */
    public void setFromListId(String fromListId) {
        this.fromListId = fromListId;
    }

    public boolean isAllMembers() {
        return allMembers;
    }

    /** For removeFromList and moveToList: whether every member is meant, instead of the ids of the body. */
    public void setAllMembers(boolean allMembers) {
        this.allMembers = allMembers;
    }

    public String getQuery() {
        return query;
    }

    /** For search and lookup: what to search for. */
    public void setQuery(String query) {
        this.query = query;
    }

    public String getSearchField() {
        return searchField;
    }

    /** For lookup: the one field that is compared, such as email, name, mobile_number or a custom field. */
    public void setSearchField(String searchField) {
        this.searchField = searchField;
    }

    public String getEntities() {
        return entities;
    }

    /**
     * For search and lookup: the kinds of records, separated by commas: contact, sales_account, deal, user, lead, or a custom
     * module.
     */
    public void setEntities(String entities) {
        this.entities = entities;
    }

    public String getSort() {
        return sort;
    }

    /** The field to sort by, such as updated_at. */
    public void setSort(String sort) {
        this.sort = sort;
    }

    public SortType getSortType() {
        return sortType;
    }

    /** The direction to sort in. */
    public void setSortType(SortType sortType) {
        this.sortType = sortType;
    }

    public int getPage() {
        return page;
    }

    /** The number of the first page. */
    public void setPage(int page) {
        this.page = page;
    }

    public int getPerPage() {
        return perPage;
    }

    /** The number of records a page, 1 to 100. */
    public void setPerPage(int perPage) {
        this.perPage = perPage;
    }

    public Fetch getFetch() {
        return fetch;
    }

    /**
     * How much to fetch: page gives one page as a List, all gives every page in one List, stream gives an Iterator that fetches
     * page by page and holds one in memory.
     */
    public void setFetch(Fetch fetch) {
        this.fetch = fetch;
    }

    public long getMaxRecords() {
        return maxRecords;
    }

    /** The most records to fetch, 0 for all. It stops fetching, not only delivering. */
    public void setMaxRecords(long maxRecords) {
        this.maxRecords = maxRecords;
    }

    public String getRelation() {
        return relation;
    }

    /**
     * For related: what belongs to the record: notes, contacts, activities, document_associations, timeline_feeds,
     * related_products.
     */
    public void setRelation(String relation) {
        this.relation = relation;
    }

    public String getSelectorName() {
        return selectorName;
    }

    /** For selector: its name, such as owners, territories, deal_stages, currencies or lead_sources. */
    public void setSelectorName(String selectorName) {
        this.selectorName = selectorName;
    }

    public long getMetadataTtl() {
        return metadataTtl;
    }

    /** How long views, fields and selectors are kept before they are asked for again. 0 keeps nothing. */
    public void setMetadataTtl(long metadataTtl) {
        this.metadataTtl = metadataTtl;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /**
     * How often a request is repeated at the most after a failure that may pass: 3 means up to 4 requests. A call that may
     * have been carried out is only repeated when a second one does no harm.
     */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    /**
     * The wait before the first repeat. It doubles with each further one, less a random part. An answer that asks for a
     * wait is obeyed instead.
     */
    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /**
     * The longest wait before a repeat, unless the service asks for another.
     */
    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public boolean isBatchMode() {
        return batchMode;
    }

    /**
     * When the body of create, update, upsert or delete holds many records: whether they go in bulk calls of batchSize records
     * instead of one call each. Contacts, accounts and deals have bulk calls.
     */
    public void setBatchMode(boolean batchMode) {
        this.batchMode = batchMode;
    }

    public int getBatchSize() {
        return batchSize;
    }

    /** The number of records a bulk call, 1 to 100. */
    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public boolean isWaitForJob() {
        return waitForJob;
    }

    /**
     * Whether a bulk call waits for the end of its job and tells what became of each record. Otherwise the body becomes the
     * jobs, and jobStatus tells of them.
     */
    public void setWaitForJob(boolean waitForJob) {
        this.waitForJob = waitForJob;
    }

    public String getJobId() {
        return jobId;
    }

    /** The job of jobStatus. */
    public void setJobId(String jobId) {
        this.jobId = jobId;
    }

    public String getOwnerId() {
        return ownerId;
    }

    /** The new owner, for bulkAssignOwner. */
    public void setOwnerId(String ownerId) {
        this.ownerId = ownerId;
    }

    public long getJobPollInterval() {
        return jobPollInterval;
    }

    /**
     * The longest time between the start of a job and the first look at it. Once it is known how long the jobs of the account
     * usually take, each is looked at when it is likely to be done.
     */
    public void setJobPollInterval(long jobPollInterval) {
        this.jobPollInterval = jobPollInterval;
    }

    public long getJobTimeout() {
        return jobTimeout;
    }

    /** The longest wait for the end of a job. The fate of its records is unknown after it. */
    public void setJobTimeout(long jobTimeout) {
        this.jobTimeout = jobTimeout;
    }

    public int getJobsInFlight() {
        return jobsInFlight;
    }

    /** How many jobs may be under way while further records are sent. */
    public void setJobsInFlight(int jobsInFlight) {
        this.jobsInFlight = jobsInFlight;
    }

    public boolean isSkipUnchanged() {
        return skipUnchanged;
    }

    /**
     * For upsert and bulkUpsert: whether to leave out the records that are as they were when they were sent last. It costs no
     * call to find out, so a record that was changed or deleted in Freshsales meanwhile stays as it is there. It needs the
     * option sentRepository.
     */
    public void setSkipUnchanged(boolean skipUnchanged) {
        this.skipUnchanged = skipUnchanged;
    }

    public StateRepository<String, String> getSentRepository() {
        return sentRepository;
    }

    /**
     * For upsert and bulkUpsert: where a digest of each record is kept after Freshsales has confirmed it, whether skipUnchanged
     * is on or not. Any StateRepository of Camel will do; the JdbcStateRepository of this component reads and writes the
     * records of a bulk call at once. It holds no record and no identifier that could be read.
     */
    public void setSentRepository(StateRepository<String, String> sentRepository) {
        this.sentRepository = sentRepository;
    }

    public StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    /**
     * Where the consumer keeps how far it has come: any StateRepository of Camel, such as the FolderStateRepository of this
     * component. Without one it is kept in memory, and a restart begins again at startFrom.
     */
    public void setStateRepository(StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public String getStateKey() {
        return stateKey;
    }

    /**
     * The key of this consumer in the state repository. By default it is made of the account, the resource and the id of
     * the route, so give the route an id of its own, or the key.
     */
    public void setStateKey(String stateKey) {
        this.stateKey = stateKey;
    }

    public String getStartFrom() {
        return startFrom;
    }

    /**
     * Where a consumer begins that has nothing in the state repository: now, beginning (every record of the account), or an
     * instant such as 2026-03-05T00:00:00Z.
     */
    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public long getOverlap() {
        return overlap;
    }

    /**
     * How long after its change a record may still come to light in a search. What is younger is read again by the next poll;
     * what was delivered is not delivered again.
     */
    public void setOverlap(long overlap) {
        this.overlap = overlap;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /** The most exchanges of one poll; the next poll goes on from there. 0 means no limit. */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public boolean isReread() {
        return reread;
    }

    /**
     * Whether to read each changed record by its id, one call each, for accounts whose search gives rows without custom fields
     * and without the ids of owner and stage.
     */
    public void setReread(boolean reread) {
        this.reread = reread;
    }

    public boolean isDeletions() {
        return deletions;
    }

    /**
     * Whether to report records that were moved to the recycle bin as well. It costs a second call a poll. Records that were
     * removed for good cannot be seen.
     */
    public void setDeletions(boolean deletions) {
        this.deletions = deletions;
    }

    public boolean isEachRecord() {
        return eachRecord;
    }

    /** Whether each changed record is an exchange of its own; otherwise a page is, and its body is a List. */
    public void setEachRecord(boolean eachRecord) {
        this.eachRecord = eachRecord;
    }

    public String getWebhookVerifyToken() {
        return webhookVerifyToken;
    }

    /**
     * What a workflow of Freshsales must send in the header that webhookSecretHeader names, for its record to reach the route
     * that starts from webhook:freshsales:changes. At least 16 characters: letters, digits and punctuation of ASCII.
     */
    public void setWebhookVerifyToken(String webhookVerifyToken) {
        this.webhookVerifyToken = webhookVerifyToken;
    }

    public String getWebhookSecretHeader() {
        return webhookSecretHeader;
    }

    /** The header in which the workflow sends the webhookVerifyToken. */
    public void setWebhookSecretHeader(String webhookSecretHeader) {
        this.webhookSecretHeader = webhookSecretHeader;
    }

    public int getWebhookMaxBodySize() {
        return webhookMaxBodySize;
    }

    /** The largest body that is taken from a workflow, in bytes. A larger one is answered with 413 and dropped. */
    public void setWebhookMaxBodySize(int webhookMaxBodySize) {
        this.webhookMaxBodySize = webhookMaxBodySize;
    }
}
